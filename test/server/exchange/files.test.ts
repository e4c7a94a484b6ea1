import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../server/exchange/encoding';
import { LARGEST_PART, unzip } from '../../../server/exchange/unzip';
import { below, parseXml, textOf } from '../../../server/exchange/xml';

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean) => {
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !big);
  return out;
};

describe('what a file is in', () => {
  test('is told by its mark, or guessed', () => {
    const said = 'Perché? Così è';
    expect(decode(bytes(said))).toEqual({ encoding: 'utf-8', text: said });
    expect(decode(bytes(`\uFEFF${said}`))).toEqual({ encoding: 'utf-8-bom', text: said });
    for (const big of [false, true]) {
      const encoding = big ? 'utf-16be' : 'utf-16le';
      expect(decode(utf16(said, big))).toEqual({ encoding, text: said });
      expect(decode(utf16(`\uFEFF${said}`, big))).toEqual({ encoding, text: said });
    }
  });

  test('is Windows-1252 where it cannot be UTF-8, and no byte is lost', () => {
    const all = Uint8Array.from({ length: 255 }, (_, i) => i + 1);
    expect(decode(all).encoding).toBe('windows-1252');
    expect(new Set(decode(all).text).size).toBe(255);
    expect(decode(Uint8Array.of(0x93, 0xe8, 0x94)).text).toBe('“è”');
  });

  test('is what an XML file declares, if its bytes fit', () => {
    const xml = (label: string) => bytes(`<?xml version="1.0" encoding="${label}"?><a>perch\u00e9</a>`);
    expect(decode(xml('ISO-8859-1')).encoding).toBe('windows-1252');
    expect(decode(xml('utf-8')).text).toContain('perché');
    expect(decode(xml('koi8-r')).encoding).toBe('utf-8');
  });
});

describe('an archive', () => {
  test('is unpacked by its paths, and only what is wanted', () => {
    const zip = zipSync({ 'a/b.xml': bytes('<b/>'), 'pictures/c.png': bytes('png') });
    const parts = unzip(zip, (path) => path.endsWith('.xml'));
    expect(parts.ok && [...parts.value]).toEqual([
      ['a/b.xml', bytes('<b/>')],
      ['pictures/c.png', new Uint8Array(0)],
    ]);
  });

  test('that unpacks to too much is refused before it does', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(LARGEST_PART + 1) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(unzip(bomb)).toEqual({ ok: false, error: 'zip-bomb' });
    const several = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [name, new Uint8Array(LARGEST_PART)]),
    );
    expect(unzip(zipSync(several))).toEqual({ ok: false, error: 'zip-bomb' });
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, new Uint8Array(0)]));
    expect(unzip(zipSync(many))).toEqual({ ok: false, error: 'zip-bomb' });
  });

  test('that lies about how much it holds gives no more than it says', () => {
    const zip = zipSync({ 'a.xml': new Uint8Array(LARGEST_PART * 2) });
    const view = new DataView(zip.buffer);
    view.setUint32(view.getUint32(zip.length - 6, true) + 24, 10, true);
    const parts = unzip(zip);
    expect(parts.ok ? parts.value.get('a.xml')?.length : 0).toBeLessThanOrEqual(10);
  });

  test('that is broken, or leads out of itself, is refused', () => {
    const zip = zipSync({ 'a.xml': bytes('<a/>'.repeat(100)) });
    expect(unzip(zip.slice(0, 40))).toEqual({ ok: false, error: 'broken-zip' });
    for (const name of ['../a.xml', 'a/../../b', '/etc/x', 'C:\\x', '..\\x'])
      expect(unzip(zipSync({ [name]: bytes('x') })), name).toEqual({ ok: false, error: 'broken-zip' });
  });
});

describe('XML', () => {
  const read = (text: string) => parseXml(text);

  test('keeps the order of text and elements, characters as they are, and sections of text', () => {
    const root = read(
      '<?xml version="1.0"?><!-- c --><q:a x="1 &amp; 2">p &lt; <b>q</b> &#233;<![CDATA[<i>]]></q:a>',
    );
    expect(root).toEqual({
      ok: true,
      value: {
        name: 'a',
        attributes: { x: '1 & 2' },
        children: ['p < ', { name: 'b', attributes: {}, children: ['q'] }, ' é', '<i>'],
      },
    });
    expect(root.ok && textOf(root.value)).toBe('p < q é<i>');
    expect(root.ok && below(root.value, 'b')).toHaveLength(1);
  });

  test('with a document type is read, with entities of its own refused', () => {
    expect(read('<!DOCTYPE quiz SYSTEM "quiz.dtd"><quiz/>').ok).toBe(true);
    expect(read('<!DOCTYPE quiz [<!ELEMENT quiz ANY>]><quiz/>').ok).toBe(true);
    const laughs = '<!DOCTYPE q [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><q>&b;</q>';
    expect(read(laughs)).toEqual({ ok: false, error: 'entities-refused' });
    expect(read('<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><q>&a;</q>')).toEqual({
      ok: false,
      error: 'entities-refused',
    });
    expect(read('<q><![CDATA[<!DOCTYPE q [<!ENTITY a "b">]>]]></q>').ok).toBe(true);
  });

  test('that nests too deep, has too many tags, or is none is refused', () => {
    expect(read('<a>'.repeat(5_000) + '</a>'.repeat(5_000))).toEqual({ ok: false, error: 'too-deep' });
    expect(read(`<a>${'<b/>'.repeat(500_000)}</a>`)).toEqual({ ok: false, error: 'too-deep' });
    for (const text of ['<a><b></a>', '<a', 'a', '', '<a></a><', '<!DOCTYPE', '<!DOCTYPE a [', '<a b=1/>'])
      expect(read(text), text).toEqual({ ok: false, error: 'broken-xml' });
  });
});
