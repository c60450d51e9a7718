/** XML 1.0 §2.2 knows no other control characters, and no lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML refuses.
const refusedByXml = /[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeXml(text: string): string {
  return text.replace(refusedByXml, '').replace(/[&<>]/g, (character) => entities[character]!);
}

interface LanguageText {
  lang: string;
  text: string;
}

/** An alternative for each language; the first is also the default. */
function alternatives(texts: LanguageText[]): string {
  const items = [{ lang: 'x-default', text: texts[0]!.text }, ...texts];
  const lines = items.map(({ lang, text }) => `<rdf:li xml:lang="${lang}">${escapeXml(text)}</rdf:li>`);
  return `<rdf:Alt>${lines.join('')}</rdf:Alt>`;
}

/**
 * PDF/A-2 §6.6.2.3 wants a description of every property that it does not know itself;
 * the identifier of PDF/UA is one of them.
 */
const describedProperties =
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"' +
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>' +
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>' +
  '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li>' +
  '</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>';

export interface XmpFacts {
  titles: LanguageText[];
  /** ISO 8601. */
  createdAt: string;
  creator: string;
  producer: string;
}

/** The metadata packet (ISO 16684-1): PDF/A-2a and PDF/UA-1, said in the one place where readers look. */
export function buildXmp({ titles, createdAt, creator, producer }: XmpFacts): string {
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"' +
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
    `<dc:title>${alternatives(titles)}</dc:title>` +
    `<dc:language><rdf:Bag>${titles.map(({ lang }) => `<rdf:li>${lang}</rdf:li>`).join('')}</rdf:Bag></dc:language>` +
    `<xmp:CreateDate>${createdAt}</xmp:CreateDate><xmp:CreatorTool>${creator}</xmp:CreatorTool>` +
    `<pdf:Producer>${producer}</pdf:Producer>` +
    '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>' +
    `</rdf:Description>${describedProperties}</rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  );
}
