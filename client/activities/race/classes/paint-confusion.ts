import type { Sheet } from '../../kit/painting.svelte';

/** A cell's share of its row as ink: a single one of many is still seen. */
const LEAST = 0.12;

/** Paints counts as squares of ink, the larger the more of their row; what is right stands in a frame. */
export function paintConfusion({ pen, width, height, colours }: Sheet, counts: Float32Array): void {
  const classes = Math.round(Math.sqrt(counts.length));
  const [across, down] = [width / classes, height / classes];
  for (let row = 0; row < classes; row++) {
    const whole = counts.subarray(row * classes, (row + 1) * classes).reduce((sum, one) => sum + one, 0);
    for (let column = 0; column < classes; column++) {
      const right = row === column;
      const share = (counts[row * classes + column] as number) / Math.max(1, whole);
      const [x, y] = [column * across, row * down];
      pen.strokeStyle = right ? colours.ink : colours.line;
      pen.lineWidth = right ? 1.5 : 0.5;
      pen.strokeRect(x + 1, y + 1, across - 2, down - 2);
      if (share === 0) continue;
      const side = LEAST + (0.9 - LEAST) * Math.sqrt(share);
      pen.fillStyle = right ? colours.one : colours.zero;
      square(pen, x + across / 2, y + down / 2, side * across, side * down, right);
    }
  }
}

/** Right ones filled, mistaken ones as rhombs: colour is not alone. */
function square(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  right: boolean,
): void {
  if (right) return pen.fillRect(x - width / 2, y - height / 2, width, height);
  pen.beginPath();
  pen.moveTo(x, y - height / 2);
  pen.lineTo(x + width / 2, y);
  pen.lineTo(x, y + height / 2);
  pen.lineTo(x - width / 2, y);
  pen.closePath();
  pen.fill();
}
