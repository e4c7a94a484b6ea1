import type { BaseIssue, IssuePathItem } from 'valibot';
import { isProblemCode, type Problem, type ProblemCode } from '../problems';

type Issue = BaseIssue<unknown>;

/** The path of a key in a part of JSON: strings and places alone. */
const stepOf = ({ key }: IssuePathItem): string | number => (typeof key === 'number' ? key : String(key));

const ofText = (text: ProblemCode, list: ProblemCode) => (issue: Issue) =>
  typeof issue.input === 'string' ? text : list;

/** Issues of valibot by their `type`; what is not here does not fit, and that is all that can be said. */
const codes: Readonly<Record<string, (issue: Issue) => ProblemCode>> = {
  strict_object: (issue) =>
    issue.expected === 'never' ? 'unknown-field' : issue.expected === 'Object' ? 'wrong-type' : 'missing',
  record: () => 'wrong-type',
  string: () => 'wrong-type',
  number: () => 'wrong-type',
  boolean: () => 'wrong-type',
  array: () => 'wrong-type',
  strict_tuple: (issue) => (issue.expected === 'never' ? 'too-many' : 'wrong-type'),
  picklist: () => 'not-one-of',
  literal: () => 'not-one-of',
  regex: () => 'malformed',
  min_length: (issue) => (issue.input === '' ? 'empty' : ofText('too-short', 'too-few')(issue)),
  max_length: ofText('too-long', 'too-many'),
  min_entries: () => 'empty',
  max_entries: () => 'too-many',
  min_value: () => 'too-small',
  max_value: () => 'too-large',
  integer: () => 'not-whole',
};

/** What an issue says: a check of ours names its own code, a schema's meaning is read from its type. */
export function problemOf(issue: Issue): Problem {
  const path = (issue.path ?? []).map(stepOf);
  if (isProblemCode(issue.message)) return { path, code: issue.message };
  return { path, code: codes[issue.type]?.(issue) ?? 'does-not-fit' };
}
