import type { Lesson, Step } from '#shared/lessons/lesson';
import { lessonOf, single } from './lesson';

const both = (it: string, en: string) => ({ it, en });

/** A blue square of 64 by 32 pixels. */
const BLUE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAAAgCAIAAAAt/+nTAAAANUlEQVR42u3PQQkAAAgEsMtsNBNeBp/CYAWWzP4mICAgICAgICAgICAgICAgICAgICAgIHBV+y4giKstqfQAAAAASUVORK5CYII=';

const slide = { kind: 'slide', points: 0, seconds: null } as const;
const plain = { lines: [], picture: null, link: null, tap: false, lookUp: false };

const asked = (over: Partial<Step> & Pick<Step, 'id' | 'kind' | 'config'>): Step =>
  single({ points: 0, seconds: null, ...over });

/** What the class is told, and what it thinks: kinds that grade nothing. */
export const opinionLesson: Lesson = lessonOf(
  single({
    ...slide,
    ...{ id: 'join', title: both('Entrate', 'Come in') },
    task: both('Tocca il pulsante.', 'Tap the button.'),
    config: {
      ...plain,
      lines: [both('Ti basta questa pagina.', 'This page is all you need.')],
      picture: { shows: 'network', layers: [3, 4, 2], alt: both('Una rete', 'A network') },
      tap: true,
    },
  }),
  single({
    ...slide,
    ...{ id: 'link', title: both('Un articolo', 'An article') },
    task: both('Un articolo da leggere a casa.', 'An article to read at home.'),
    config: {
      ...plain,
      lines: [both('Parla di reti.', 'It is about networks.')],
      picture: { shows: 'image', data: BLUE, alt: both('un rettangolo blu', 'a blue rectangle') },
      link: { address: 'https://example.org/reti?pagina=1', to: both('L’articolo', 'The article') },
      more: [{ address: 'https://www.example.com/rivista/7', to: both('La rivista', 'The magazine') }],
    },
  }),
  single({
    ...slide,
    ...{ id: 'up', title: both('Un esempio', 'An example') },
    task: both('Guarda l’esempio.', 'Look at the example.'),
    config: { ...plain, lines: [both('Un neurone solo.', 'One neuron alone.')], lookUp: true },
  }),
  single({
    ...slide,
    ...{ id: 'break', title: both('Pausa', 'Break'), seconds: 600 },
    task: both('Riposa gli occhi.', 'Rest your eyes.'),
    config: { ...plain, lines: [both('Fin qui un neurone.', 'So far one neuron.')] },
  }),
  asked({
    id: 'poll',
    kind: 'poll',
    title: both('Quanto lo usi?', 'How often?'),
    task: both('Quante volte usi una chat con un modello?', 'How often do you chat with a model?'),
    config: {
      asks: 'options',
      options: [
        { id: 'a', text: both('Mai', 'Never') },
        { id: 'b', text: both('Qualche volta al mese', 'A few times a month') },
        { id: 'c', text: both('Ogni giorno, anche per i compiti', 'Every day, for homework too') },
      ],
      several: false,
      live: false,
    },
  }),
  asked({
    id: 'scale',
    kind: 'poll',
    title: both('Come va?', 'How is it going?'),
    task: both('Quanto ti è chiaro che cosa fa il bias?', 'How clear is what the bias does?'),
    config: {
      asks: 'scale',
      low: both('buio', 'dark'),
      high: both('chiarissimo', 'crystal clear'),
      marks: 5,
      live: true,
    },
  }),
  asked({
    id: 'text',
    kind: 'text',
    title: both('Una cosa', 'One thing'),
    task: both('Scrivi una cosa che hai capito oggi.', 'Write one thing that you understood today.'),
    config: { longest: 120, shows: 'answers' },
  }),
  asked({
    id: 'cloud',
    kind: 'text',
    title: both('Una parola', 'One word'),
    task: both('Scrivi la parola che ti resta.', 'Write the word that stays with you.'),
    config: { longest: 40, shows: 'cloud' },
  }),
);
