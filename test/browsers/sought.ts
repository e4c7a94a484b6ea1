/** Something on a page as a person would name it. */
export interface Sought {
  /** What it is; left out, any smallest element with these words. */
  readonly role?: Role;
  /** A part of its name, or the whole of it. */
  readonly name?: string;
  readonly exact?: boolean;
  /** Which one of several, from 0. */
  readonly nth?: number;
  /** Where to look: what a selector of CSS finds that holds these words. */
  readonly within?: { readonly css: string; readonly words?: string };
  /** Where nothing a person would say tells it apart. */
  readonly css?: string;
}

export type Role = 'button' | 'link' | 'slider' | 'radio' | 'tab' | 'field' | 'heading';

/** Runs in the page: the element, or null while it cannot be seen. Needs nothing from outside of itself. */
function find({ role, name, exact, nth, within, css }: Sought): HTMLElement | null {
  const roles = {
    button: 'button, [role="button"], summary',
    link: 'a[href]',
    slider: 'input[type="range"], [role="slider"]',
    radio: 'input[type="radio"]',
    tab: '[role="tab"]',
    field: 'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea',
    heading: 'h1, h2, h3',
  };
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: HTMLElement) => {
    const by = element.getAttribute('aria-labelledby');
    const label = element.getAttribute('aria-label');
    if (by !== null)
      return plain(
        by
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
      );
    if (label !== null) return plain(label);
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return plain((labels[0] ?? element).textContent);
  };
  const wanted = plain(name);
  const named = (text: string) => name === undefined || (exact ? text === wanted : text.includes(wanted));
  const shown = (element: HTMLElement) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  const smallest = (element: HTMLElement) =>
    ![...element.children].some((child) => named(plain(child.textContent)));
  const roots = within
    ? [...document.querySelectorAll(within.css)].filter((root) =>
        plain(root.textContent).includes(within.words ?? ''),
      )
    : [document.body];
  const selector = css ?? (role ? roles[role] : '*');
  const all = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
  const matching = all.filter((element) =>
    role || css ? named(nameOf(element)) : named(plain(element.textContent)) && smallest(element),
  );
  return matching.filter(shown)[nth ?? 0] ?? null;
}

/** An expression of the page for what is sought. */
export const sought = (what: Sought): string => `(${find.toString()})(${JSON.stringify(what)})`;

/** A function of the page: what is to be pressed, brought into view at once, whatever glides. */
export const IN_VIEW = `(found) => {
  const pressed = found.closest('label') ?? found;
  pressed.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  return pressed;
}`;
