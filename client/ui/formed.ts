import type { Written } from '#shared/words';
import type { Formed } from '../i18n/written.svelte';
import './formed.css';

/** Before Chrome 109 letters of a formula stood in a row, as if nothing were above or below another. */
function drawsFormulas(): boolean {
  const box = document.createElement('div');
  box.style.position = 'absolute';
  box.innerHTML = '<math><mspace width="77px" height="23px"></mspace></math>';
  document.body.append(box);
  const { width } = box.getBoundingClientRect();
  box.remove();
  return width > 70;
}

const draws = drawsFormulas();

/** What a page shows of what the server has sent, by the words that it belongs to. */
export const formed = (written: Written): Readonly<Record<string, Formed>> =>
  Object.fromEntries(Object.entries(written).map(([words, html]) => [words, formedFrom(html)]));

function formedFrom(html: string): Formed {
  const box = document.createElement('template');
  box.innerHTML = html;
  for (const part of box.content.querySelectorAll('br, .w-part, [role="listitem"]')) part.after(' ');
  for (const math of box.content.querySelectorAll('math')) {
    const tex = document.createElement('code');
    tex.textContent = math.getAttribute('aria-label');
    math.replaceWith(tex);
  }
  const plain = (box.content.textContent ?? '').replace(/\s+/g, ' ').trim();
  return { html: draws ? html : box.innerHTML, plain };
}
