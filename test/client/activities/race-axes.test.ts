import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { race } from '#shared/activities/race/index';
import { circle, penguins } from '#shared/activities/race/families/mlp/samples';
import type { View } from '#shared/activities/race/view';
import type { Locale } from '#shared/text';
import { ticksOf } from '../../../client/activities/kit/chart';
import { axesOf, pictureWords, spansIn } from '../../../client/activities/race/plane/axes';
import type { PlaneView } from '../../../client/activities/race/plane/map';
import { classesIn } from '../../../client/activities/race/plane/own';
import { inputWords, neuronSentence } from '../../../client/activities/race/plane/words';
import { overwriteGetLocale } from '../../../client/i18n/generated/runtime.js';
import { locale } from '../../../client/i18n/locale.svelte';
import { layersOnLeaves, lineOnLeaves } from '../../support/own-race';

vi.hoisted(() => vi.stubGlobal('document', { documentElement: { lang: '' } }));

/** Other tests may have left messages another language than the page's. */
function speak(language: Locale): void {
  locale.current = language;
  overwriteGetLocale(() => language);
}

beforeEach(() => speak('it'));
afterEach(() => speak('it'));

const onPlane = (view: View): view is PlaneView => view.family === 'mlp' || view.family === 'linear';

/** What a phone is shown of a race on points of the plane. */
function seen(config: Parameters<typeof race.view>[0]): PlaneView {
  const view = race.view(config, null);
  if (!onPlane(view)) throw new Error('it is on no plane');
  return view;
}

const marks = (view: PlaneView) => {
  const { x, y } = axesOf(view);
  return [x, y].map((axis) =>
    ticksOf(axis)
      .map(({ label }) => label)
      .join(' '),
  );
};

test('a map of penguins is marked in millimetres of a bill, one of drawn points in their own units', () => {
  expect(marks(seen(circle))).toEqual(['−4 0 4', '−4 0 4']);
  for (const labels of marks(seen(penguins))) expect(labels.split(' ').length).toBeGreaterThan(1);
  const { x, y } = axesOf(seen(penguins));
  expect([x.domain[0] > 20 && x.domain[1] < 70, y.domain[0] > 5 && y.domain[1] < 30]).toEqual([true, true]);
});

test('a map of a teacher’s own table is marked in its own units, where its own values lie', () => {
  const view = seen(layersOnLeaves);
  expect(marks(view)).toEqual(['2 6 10', '0 2 4 6']);
  const { x, y } = axesOf(view);
  expect([x.name, y.name]).toEqual(['lunghezza della foglia, cm', 'larghezza della foglia, cm']);
  const { from, to } = layersOnLeaves.x;
  const [least, most] = x.domain;
  for (const { share, label } of ticksOf(x))
    expect(from + share * (to - from), label).toBeCloseTo(Number(label), 2);
  expect([least, most]).toEqual([-3, 3]);
});

test('a race on a teacher’s own table is told by its columns and classes in both languages', () => {
  const [layers, line] = [seen(layersOnLeaves), seen(lineOnLeaves)];
  const output = (view: PlaneView) => neuronSentence(view, { layer: 1, neuron: 0 }, [], 'linear');
  expect(spansIn(layers)).toEqual([
    'lunghezza della foglia: da 2 a 12 cm',
    'larghezza della foglia: da 0 a 7 cm',
  ]);
  expect(classesIn(layers)).toEqual(['quercia', 'salice']);
  expect(output(line)).toBe('È la risposta della rete: blu salice, arancione quercia.');
  expect(inputWords(line)).toBe('x₀ è in orizzontale, x₁ in verticale. Per la rete ogni asse va da −3 a 3.');
  speak('en');
  expect(output(line)).toBe('It is the network’s answer: blue willow, orange oak.');
  expect(pictureWords(layers, 'A picture.')).toBe(
    'A picture. Across length of the leaf, cm, upwards width of the leaf, cm. Blue: willow; orange: oak.',
  );
});

test('long numbers beside each other are fewer', () => {
  const view = seen({ ...layersOnLeaves, x: { ...layersOnLeaves.x, from: -200_000, to: 120_000 } });
  expect(marks(view)[0]?.split(' ').length).toBeLessThanOrEqual(2);
});

test('other data keep the words that they had', () => {
  const view = seen(circle);
  expect(classesIn(view)).toEqual(['0', '1']);
  expect([inputWords(view), pictureWords(view, 'Un disegno.')]).toEqual([null, 'Un disegno.']);
  expect(neuronSentence(view, { layer: 1, neuron: 0 }, [], 'linear')).toBe(
    'È la risposta della rete: blu 1, arancione 0.',
  );
});
