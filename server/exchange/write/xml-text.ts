const MEANT = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;

/** Words as the text of an element or the value of an attribute. */
export const inXml = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => MEANT[sign as keyof typeof MEANT]);

/** HTML as it stands, to be read by people too. */
const cdata = (html: string): string =>
  /[<&]/.test(html) ? `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : inXml(html);

/** An element with attributes, whose inside is XML already. */
export function element(
  name: string,
  inside: string,
  attributes: Readonly<Record<string, string>> = {},
): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${inXml(value)}"`);
  return `<${name}${said.join('')}>${inside}</${name}>`;
}

export const plainText = (words: string): string => element('text', inXml(words));
export const htmlText = (html: string): string => element('text', cdata(html));
