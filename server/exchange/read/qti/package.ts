import { decode } from '../../encoding';
import { below, first, parseXml, type Element } from '../../xml';
import type { Package } from '../reader';
import { pathFrom } from './paths';
import { inWordsOfTwo } from './words';

/** Bytes of a file in which its first element stands. */
const HEAD = 8_192;
const ROOT = /<(?:[\w.-]+:)?(qti-)?assessment-?(item|test)[\s>]/i;

/** What a package holds. */
export interface Contents {
  readonly format: 'qti-2' | 'qti-3';
  /** The files of its items, in the order of the tests that name them; others behind, by their paths. */
  readonly items: readonly string[];
  /** Seconds to answer, by the item's file. */
  readonly seconds: ReadonlyMap<string, number>;
  /** What its only test is called; null: it has none, or several. */
  readonly title: string | null;
}

/** The root of one of a package's files in the words of QTI 2; null: it cannot be read. */
export function documentIn({ parts }: Package, file: string): Element | null {
  const bytes = parts.get(file);
  const root = bytes && parseXml(decode(bytes).text);
  return root?.ok ? inWordsOfTwo(root.value) : null;
}

interface Refs {
  readonly files: readonly string[];
  readonly seconds: readonly (readonly [file: string, seconds: number])[];
}

function refsOf(test: Element, file: string): Refs {
  const refs = below(test, 'assessmentItemRef').flatMap((ref) => {
    const path = pathFrom(file, ref.attributes.href ?? '');
    const seconds = Number(first(ref, 'timeLimits')?.attributes.maxTime ?? NaN);
    return path === null ? [] : [{ path, seconds }];
  });
  return {
    files: refs.map(({ path }) => path),
    seconds: refs.filter(({ seconds }) => seconds > 0).map(({ path, seconds }) => [path, seconds] as const),
  };
}

/** What a package holds, by what stands in its files, whatever its manifest says. */
export function contentsOf(whole: Package): Contents {
  const heads = [...whole.parts]
    .map(([file, bytes]) => ({ file, root: ROOT.exec(decode(bytes.subarray(0, HEAD)).text) }))
    .filter(({ root }) => root !== null)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const filesOf = (what: string) =>
    heads.filter(({ root }) => root?.[2]?.toLowerCase() === what).map(({ file }) => file);
  const tests = filesOf('test').flatMap((file) => {
    const root = documentIn(whole, file);
    return root ? [{ root, ...refsOf(root, file) }] : [];
  });
  const items = new Set(filesOf('item'));
  const named = tests.flatMap(({ files }) => files).filter((file) => items.has(file));
  const [test, ...others] = tests;
  return {
    format: heads.some(({ root }) => root?.[1] !== undefined) ? 'qti-3' : 'qti-2',
    items: [...new Set([...named, ...items])],
    seconds: new Map(tests.flatMap(({ seconds }) => seconds)),
    title: others.length === 0 ? (test?.root.attributes.title?.trim() ?? null) : null,
  };
}
