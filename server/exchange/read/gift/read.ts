import type { Question, Report } from '#shared/exchange/report';
import { fromFormat } from '../../formats';
import { faulty, slide, written } from '../../questions';
import { StepIds } from '../../step-ids';
import { firstWords, Losses } from '../../steps';
import { reportOf, type Outcome, type TextFile } from '../reader';
import { blockOf, type Block } from './block';
import { masked, unmasked } from './masked';
import { multichoice, numerical, shortanswer, truefalse, type Say } from './outcomes';
import { formatted, partsOf, type Parts } from './parts';
import { pieces, type Piece } from './pieces';

interface Reading {
  readonly ids: StepIds;
  readonly language: string;
}

function becomes(
  block: Block,
  parts: Parts,
  reading: Reading & { readonly id: string },
  losses: Losses,
): Outcome {
  const say: Say = (text) => {
    const [said, format] = formatted(text, parts.format);
    return losses.of(fromFormat(unmasked(said), format));
  };
  const task = losses.of(fromFormat(unmasked(parts.stem), parts.format));
  const explanation = say(parts.general);
  const told = { ...reading, name: unmasked(parts.title), task, explanation };
  const asked = { told, say, losses };
  switch (block.form) {
    case 'essay':
      return written({ ...told, lost: losses.all });
    case 'truefalse':
      return truefalse(block, asked);
    case 'numerical':
      return numerical(block, asked);
    case 'shortanswer':
      return shortanswer(block, asked);
    case 'multichoice':
      return multichoice(block, asked);
    case 'matching':
      return faulty('unsupported-type', 'matching');
    case 'crowded':
      return faulty('too-many-options');
    case 'not-a-number':
      return faulty('not-a-number', unmasked(block.what));
    case 'unknown':
      return faulty('no-right-answer', unmasked(block.what));
  }
}

const nameOf = ({ title, stem, format }: Parts): string =>
  firstWords(unmasked(title) || fromFormat(unmasked(stem), format).text);

function questionOf(piece: Piece, reading: Reading): Question {
  const place = { unit: 'line', number: piece.line } as const;
  const parts = partsOf(piece.text);
  if (typeof parts === 'string')
    return { place, name: firstWords(unmasked(piece.text)), type: '', ...faulty(parts) };
  const losses = new Losses();
  if (piece.category !== null) losses.add('category', unmasked(piece.category));
  if (piece.tags.length > 0) losses.add('tags', piece.tags.join(', '));
  const block = parts.block === null ? null : blockOf(parts.block);
  const own = { ...reading, id: unmasked(piece.id) };
  const named = { place, name: nameOf(parts), type: block?.form ?? 'description' };
  if (block) return { ...named, ...becomes(block, parts, own, losses) };
  const task = losses.of(fromFormat(unmasked(parts.stem), parts.format));
  return { ...named, ...slide({ ...own, name: unmasked(parts.title), task, lost: losses.all }) };
}

/** GIFT, the text format of Moodle: question by question, so that one that is broken leaves the others alone. */
export function readGift({ text, encoding, language }: TextFile): Report {
  const found = pieces(masked(text.replace(/^\uFEFF/, '')));
  const reading = { ids: new StepIds(), language };
  return reportOf({ format: 'gift', encoding }, found, (piece) => questionOf(piece, reading));
}
