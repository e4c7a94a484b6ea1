/** Languages that a lesson is offered to be written in; a document may name any other one. */
export const LANGUAGES = [
  ...['it', 'en', 'de', 'fr', 'es', 'pt', 'ca', 'nl', 'sl', 'hr', 'sq', 'ro', 'pl', 'cs', 'hu', 'el'],
  ...['sv', 'da', 'nb', 'fi', 'uk', 'ru', 'tr', 'ar', 'fa', 'ur', 'hi', 'bn', 'zh', 'ja', 'ko', 'vi'],
] as const;
