import MarkdownIt from 'markdown-it';

const { unescapeAll } = new MarkdownIt().utils;

const ENTITY = /&(?:#x[\da-f]{1,8}|#\d{1,8}|[a-z][a-z\d]{1,31});/gi;

/** Names and numbers of characters (`&nbsp;`, `&#233;`) as the characters; what names none stays as it is. */
export const withoutEntities = (text: string): string =>
  text.replace(ENTITY, (entity) => unescapeAll(entity));
