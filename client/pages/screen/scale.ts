/** The projector is designed at this size; type grows and shrinks with the window, so that the back row can read. */
const DESIGN = { width: 1280, height: 720 };

/** At the design size the second of the six type sizes (16 px) becomes 28 px, the smallest that is shown. */
const SMALLEST = 28 / 16;

/** How much larger than on a phone everything is, in a window of this size. */
export const scaleFor = (width: number, height: number): number =>
  SMALLEST * Math.min(width / DESIGN.width, height / DESIGN.height);

/** Keeps the page's type in step with the window. */
export function fitScale(): () => void {
  const root = document.documentElement;
  const fit = () => root.style.setProperty('--scale', String(scaleFor(innerWidth, innerHeight)));
  fit();
  addEventListener('resize', fit);
  return () => {
    removeEventListener('resize', fit);
    root.style.removeProperty('--scale');
  };
}
