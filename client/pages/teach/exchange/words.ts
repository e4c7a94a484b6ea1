import type { ActivityKind } from '#shared/activities/registry';
import type { Encoding, FaultCode, Format, Loss, LossCode, Place, Refusal } from '#shared/exchange/report';
import { editOf } from '../../../activities/edits';
import * as m from '../../../i18n/generated/messages.js';

/** What is said of a file of questions, and of what becomes of each. */
export const refusalWords: Readonly<Record<Refusal, () => string>> = {
  'empty-file': () => m.exchange_refused_empty_file(),
  'file-too-large': () => m.exchange_refused_file_too_large(),
  'course-backup': () => m.exchange_refused_course_backup(),
  'h5p-package': () => m.exchange_refused_h5p_package(),
  'word-document': () => m.exchange_refused_word_document(),
  'plain-zip': () => m.exchange_refused_plain_zip(),
  'plain-xlsx': () => m.exchange_refused_plain_xlsx(),
  'old-office': () => m.exchange_refused_old_office(),
  pdf: () => m.exchange_refused_pdf(),
  picture: () => m.exchange_refused_picture(),
  'web-page': () => m.exchange_refused_web_page(),
  'unknown-format': () => m.exchange_refused_unknown_format(),
  'broken-xml': () => m.exchange_refused_broken_xml(),
  'broken-zip': () => m.exchange_refused_broken_zip(),
  'broken-xlsx': () => m.exchange_refused_broken_xlsx(),
  'not-json': () => m.exchange_refused_not_json(),
  'zip-bomb': () => m.exchange_refused_zip_bomb(),
  'entities-refused': () => m.exchange_refused_entities_refused(),
  'too-deep': () => m.exchange_refused_too_deep(),
  'too-many-questions': () => m.exchange_refused_too_many_questions(),
  'took-too-long': () => m.exchange_refused_took_too_long(),
  'no-questions': () => m.exchange_refused_no_questions(),
};

const lostWords: Readonly<Record<LossCode, () => string>> = {
  'picture-missing': () => m.exchange_lost_picture_missing(),
  'picture-dropped': () => m.exchange_lost_picture_dropped(),
  'media-dropped': () => m.exchange_lost_media_dropped(),
  'formula-kept-as-text': () => m.exchange_lost_formula_kept_as_text(),
  fractions: () => m.exchange_lost_fractions(),
  penalty: () => m.exchange_lost_penalty(),
  feedback: () => m.exchange_lost_feedback(),
  'hints-beyond-four': () => m.exchange_lost_hints_beyond_four(),
  tags: () => m.exchange_lost_tags(),
  category: () => m.exchange_lost_category(),
  'time-limit-changed': () => m.exchange_lost_time_limit_changed(),
  'points-changed': () => m.exchange_lost_points_changed(),
  'order-not-shuffled': () => m.exchange_lost_order_not_shuffled(),
  'answers-not-graded': () => m.exchange_lost_answers_not_graded(),
  'further-answers': () => m.exchange_lost_further_answers(),
  'tolerance-differs': () => m.exchange_lost_tolerance_differs(),
  units: () => m.exchange_lost_units(),
  'text-shortened': () => m.exchange_lost_text_shortened(),
  markup: () => m.exchange_lost_markup(),
  'options-beyond-eight': () => m.exchange_lost_options_beyond_eight(),
  'formula-in-cell': () => m.exchange_lost_formula_in_cell(),
  'id-changed': () => m.exchange_lost_id_changed(),
  'part-left-out': () => m.exchange_lost_part_left_out(),
  'not-in-this-format': () => m.exchange_lost_not_in_this_format(),
};

export const faultWords: Readonly<Record<FaultCode, () => string>> = {
  'unsupported-type': () => m.exchange_fault_unsupported_type(),
  'no-right-answer': () => m.exchange_fault_no_right_answer(),
  'right-not-an-option': () => m.exchange_fault_right_not_an_option(),
  'several-right-answers': () => m.exchange_fault_several_right_answers(),
  'too-few-options': () => m.exchange_fault_too_few_options(),
  'too-many-options': () => m.exchange_fault_too_many_options(),
  'not-a-number': () => m.exchange_fault_not_a_number(),
  'empty-question': () => m.exchange_fault_empty_question(),
  'unclosed-brace': () => m.exchange_fault_unclosed_brace(),
  'unexpected-line': () => m.exchange_fault_unexpected_line(),
  'missing-column': () => m.exchange_fault_missing_column(),
  cloze: () => m.exchange_fault_cloze(),
  broken: () => m.exchange_fault_broken(),
};

export const formatWords: Readonly<Record<Format, () => string>> = {
  trainoff: () => m.exchange_format_trainoff(),
  gift: () => m.exchange_format_gift(),
  aiken: () => m.exchange_format_aiken(),
  'moodle-xml': () => m.exchange_format_moodle_xml(),
  'kahoot-xlsx': () => m.exchange_format_kahoot_xlsx(),
  csv: () => m.exchange_format_csv(),
  'qti-2': () => m.exchange_format_qti_2(),
  'qti-3': () => m.exchange_format_qti_3(),
};

export const encodingWords: Readonly<Record<Encoding, () => string>> = {
  'utf-8': () => m.exchange_encoding_utf_8(),
  'utf-8-bom': () => m.exchange_encoding_utf_8_bom(),
  'utf-16le': () => m.exchange_encoding_utf_16le(),
  'utf-16be': () => m.exchange_encoding_utf_16be(),
  'windows-1252': () => m.exchange_encoding_windows_1252(),
};

/** Parts of a step by their names in our document. */
export const partWords: Readonly<Record<string, () => string>> = {
  theory: () => m.exchange_part_theory(),
  mistake: () => m.exchange_part_mistake(),
  note: () => m.exchange_part_note(),
  prediction: () => m.exchange_part_prediction(),
  board: () => m.exchange_part_board(),
  points: () => m.exchange_part_points(),
  seconds: () => m.exchange_part_seconds(),
  timing: () => m.exchange_part_timing(),
  after: () => m.exchange_part_after(),
  hints: () => m.exchange_part_hints(),
  explanation: () => m.exchange_part_explanation(),
  told: () => m.exchange_part_told(),
  variants: () => m.exchange_part_variants(),
  partial: () => m.exchange_part_partial(),
  ends: () => m.exchange_part_ends(),
  mark: () => m.exchange_part_mark(),
  longest: () => m.exchange_part_longest(),
  shows: () => m.exchange_part_shows(),
  link: () => m.exchange_part_link(),
  more: () => m.exchange_part_more(),
  tap: () => m.exchange_part_tap(),
  lookUp: () => m.exchange_part_look_up(),
};

const nameOf = ({ code, what }: Loss): string | undefined =>
  code === 'part-left-out' && what !== undefined ? (partWords[what]?.() ?? what) : what;

/** Something that does not come along, by the name that the file has for it. */
export function lossWords(loss: Loss): string {
  const [what, name] = [lostWords[loss.code](), nameOf(loss)];
  return name === undefined ? what : m.exchange_named({ what, name });
}

const units: Readonly<Record<Place['unit'], (given: { number: number }) => string>> = {
  line: (given) => m.exchange_line(given),
  row: (given) => m.exchange_row(given),
  item: (given) => m.exchange_item(given),
};

/** Where in its file a question stands. */
export function placeWords({ unit, number, file }: Place): string {
  const place = units[unit]({ number });
  return file === undefined ? place : m.exchange_in_file({ place, file });
}

/** A kind of activity as its editor calls it. */
export const kindWords = (kind: ActivityKind): string => editOf(kind).name();
