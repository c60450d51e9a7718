// The texts of the specimen page: a rule of docs/line-breaking.md, what it is about, and inlines.
const text = (content, lang, more = {}) => ({
  kind: 'text',
  text: content,
  lang,
  weight: 'regular',
  sizePt: 10,
  struct: 0,
  ...more,
});
const zh = (content, more) => text(content, 'zh-Hans', more);
const ja = (content, more) => text(content, 'ja', more);
const ruby = (mode, lang, readingLang, ...parts) => ({
  kind: 'ruby',
  parts: parts.map(([base, reading]) => ({ base, reading })),
  mode,
  lang,
  readingLang,
  weight: 'regular',
  sizePt: 10,
  rubySizePt: 5,
  struct: 0,
});
const furigana = (mode, ...parts) => ruby(mode, 'ja', 'ja', ...parts);
const pinyin = (...parts) => ruby('mono', 'zh-Hans', 'zh-Latn-pinyin', ...parts);

export const SPECIMENS = [
  {
    rules: 'R1–R3',
    title: 'no mark at a line start, across a change of face',
    inlines: [
      zh('请到柜台对店员清楚地说（'),
      ja('解約したいです'),
      zh('），再问（'),
      ja('残債はありますか'),
      zh('）。'),
    ],
  },
  {
    rules: 'R30',
    title: 'marks that meet',
    inlines: [zh('他说：“《说明》（第一页）。”然后（“请”）、（“好”）。')],
  },
  {
    rules: 'R32, R33',
    title: 'flush at both edges',
    inlines: [zh('办理解约之前，请先备份“通话记录”和“短信”；（重要）“照片”。')],
  },
  {
    rules: 'R31',
    title: 'colons: left in zh, centred in ja',
    inlines: [zh('电话：「号码」；'), ja('電話：「番号」')],
  },
  {
    rules: 'R36–R38',
    title: 'a gap of an eighth',
    inlines: [zh('携带SIM卡和iPhone前往docomo门店，办理时间约1小时。')],
  },
  {
    rules: 'R22, R23',
    title: 'curly quotes are brackets',
    inlines: [zh('他把号码转到了新的“Best Game”套餐，选了“最便宜”OK。')],
  },
  {
    rules: 'R10, R11',
    title: 'dashes and six dots',
    inlines: [zh('这是最后的期限之前——请记住……不要忘记带在留卡……')],
  },
  {
    rules: 'R34, R41',
    title: 'an em after questions, word spaces in ja',
    inlines: [ja('本当？予約は必要です。SIM cardとeSIM card。')],
    style: { lang: 'ja' },
  },
  {
    rules: 'R19',
    title: 'a hyphen only where a word is parted',
    inlines: [zh('请先上网申请'), text('MNP reser\u00adva\u00adtion number', 'en'), zh('，即转网号。')],
  },
  {
    rules: 'R48',
    title: 'no lone character on the last line',
    inlines: [ja('本日の解約の手続きに必要な書類と費用をお聞かせ願う。')],
    style: { lang: 'ja' },
  },
  {
    rules: 'R16–R18',
    title: 'fields and units stay whole',
    inlines: [
      zh('请打客服电话'),
      zh('0120-800-000', { field: 'phone' }),
      zh('，截至'),
      zh('2027年3月28日', { field: 'date' }),
      zh('，费用为1,100日元，约需12分钟。'),
    ],
  },
  {
    rules: 'R17',
    title: 'addresses break after - / . ?',
    inlines: [zh('网页'), zh('https://www.example.jp/mobile/cancel?from=shop', { field: 'url' })],
  },
  {
    rules: 'R42–R46',
    title: 'justified, never torn apart',
    inlines: [zh('办理解约前，请先备份通话记录（重要），携带SIM卡和证件前往门店；店员会核对姓名。')],
    style: { align: 'justify' },
  },
  {
    rules: 'T4',
    title: 'headings by phrase, ja',
    inlines: [ja('携帯電話の解約を希望します。口座振替の最終日の確認')],
    style: { wrap: 'phrase', lang: 'ja' },
  },
  {
    rules: 'T4',
    title: 'headings by phrase, zh',
    inlines: [zh('请携带在留卡和护照一起前往门店退还设备')],
    style: { wrap: 'phrase' },
  },
  {
    rules: 'R56–R60',
    title: 'furigana',
    inlines: [
      furigana('mono', ['解', 'かい'], ['約', 'やく']),
      ja('の'),
      furigana('mono', ['承', 'うけたまわ']),
      ja('り、'),
      furigana('group', ['今日', 'きょう']),
      ja('の'),
      furigana('jukugo', ['手', 'て'], ['続', 'つづ']),
      ja('き'),
    ],
    style: { lang: 'ja' },
  },
  {
    rules: 'R62',
    title: 'pinyin',
    inlines: [
      pinyin(['携', 'xié'], ['号', 'hào'], ['转', 'zhuǎn'], ['网', 'wǎng']),
      zh('与'),
      pinyin(['停', 'tíng'], ['机', 'jī']),
    ],
  },
  {
    rules: 'R63',
    title: 'emphasis: under zh, over ja',
    inlines: [
      zh('请'),
      zh('务必当面', { emphasis: true }),
      zh('确认。'),
      ja('必ず', { emphasis: true }),
      ja('ご確認を。'),
    ],
  },
];
