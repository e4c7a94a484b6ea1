import { expect, test } from 'vitest';
import { languageOf } from '../../../server/exchange/language';

test('a file is in the language that most of its small words are of, a short one in none that can be told', () => {
  expect(languageOf('Quale città è la capitale della Francia, e come si chiama il suo fiume?')).toBe('it');
  expect(languageOf('Which of these is the capital of France?')).toBe('en');
  expect(languageOf('Welche Stadt ist die Hauptstadt von Frankreich?')).toBe('de');
  expect(languageOf('Quelle est la capitale de la France dans les livres?')).toBe('fr');
  expect(languageOf('¿Cuál es la capital de Francia y por qué?')).toBe('es');
});

test('the letters of a picture inside the file are no words', () => {
  const picture = Buffer.from(Array.from({ length: 3_000 }, (_, i) => (i * i * 31 + i * 7) % 256));
  const letters = `${picture.toString('base64')}${'Y+'.repeat(40)}`;
  const file = `<text>Quale è la derivata della funzione?</text><file encoding="base64">${letters}</file>`;
  expect(languageOf(file)).toBe('it');
});
