import { contexts, type LanguageRules, terms, words } from '../languageRules.ts';

const the = { behind: 'the' } as const;

const verbs =
  words(`accept acknowledge act address adopt advise affirm agree aim align allocate allow amend appeal applaud appoint approve ask
  assert assess authorize be call caution celebrate clarify commend commit conclude condemn confirm congratulate consider continue convene cooperate create
  decide declare decline demand deplore designate develop deplore direct discourage draw elect emphasize encourage endeavour endorse engage enhance
  ensure establish examine exchange exhort expand explore express extend facilitate foster fulfil further give guide highlight identify implement improve
  increase instruct intend intensify introduce invite join keep launch look maintain make mandate mobilize monitor note nominate observe offer oppose
  outline pay place pledge proclaim promote propose protect provide pursue raise reaffirm realize recall recognize recommend reconfirm recommit
  refer regret reiterate reject remain remind renew repeal report request require resolve respect respond review salute seek serve set share
  stand strengthen stress strive submit suggest support take terminate thank transmit trust undertake underline underscore urge use view voice
  warn welcome work`);

const preambular =
  words(`alarmed anxious appalled aware cognizant committed concerned confident conscious convinced deeming desirous determined disappointed dismayed
  distressed disturbed eager encouraged grateful gravely guided heartened impressed indignant inspired mindful motivated moved outraged perturbed
  persuaded pursuant pleased resolute resolved saddened satisfied sensible shocked troubled united worried`);

/** `decides` for `decide`, as one body speaks. */
function singular(base: string): string {
  if (base === 'be') return 'is';
  if (/(?:s|sh|ch|x|o|z)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

const plurals = new Map([...verbs].map((base) => [singular(base), base]));

export const english: LanguageRules = {
  adverbs:
    words(`again also accordingly actively categorically clearly deeply duly earnestly equally especially firmly fully further furthermore gravely
    greatly hereby highly jointly keenly likewise moreover particularly profoundly reluctantly resolutely seriously sincerely solemnly specifically
    strongly therefore thus unequivocally unanimously urgently vehemently warmly wholeheartedly once more`),
  preambular: { words: preambular, shape: /^[a-z]{2,}ing$/ },
  operative: { verbs: new Set(plurals.keys()), shape: null, plural: (word) => plurals.get(word) ?? word },
  complement:
    / (?:note (?:with (?:deep |great |grave )?(?:appreciation|interest|satisfaction|concern|regret)|of)?|note\b|upon|in mind|also|further|with (?:deep |great |grave |serious |much )?(?:appreciation|concern|satisfaction|interest|regret|alarm|gratitude)|its (?:deep |grave |serious |profound |sincere |full |continued )?(?:appreciation|concern|gratitude|support|conviction|commitment|resolve|determination))/y,
  beforeSemicolon: '',
  tightPunctuation: ',;:.!?',
  conjunctions: words('and or'),
  abbreviations: words('etc. inc. ltd. no. e.g. i.e. al. cit.'),
  doubledAllowed: words('that had'),
  reduplicates: false,
  placeholders:
    /\b(?:T\.?B\.?[CDA]\b\.?|to be (?:completed|determined|confirmed|inserted|added)|placeholder|insert here)\b|_{3,}|(?<!(?:article|chapter|part|section|annex|title|volume|book|century|session) )\bXX+\b/gi,
  quotations: [
    ['“', '”'],
    ['«', '»'],
  ],
  signs: [],
  stateName: 'english',
  wrongStateNames: [
    { wrong: 'Burma', alpha3: 'MMR', swap: 'always' },
    { wrong: 'Swaziland', alpha3: 'SWZ', swap: 'always' },
    { wrong: 'Czech Republic', alpha3: 'CZE', swap: 'never' },
    { wrong: 'Turkey', alpha3: 'TUR', swap: 'always' },
    { wrong: 'Macedonia', alpha3: 'MKD', swap: 'always' },
    { wrong: 'Ivory Coast', alpha3: 'CIV', swap: 'never' },
    { wrong: 'Cape Verde', alpha3: 'CPV', swap: 'always' },
    { wrong: 'East Timor', alpha3: 'TLS', swap: 'always' },
    { wrong: 'Vietnam', alpha3: 'VNM', swap: 'always' },
    { wrong: 'Brunei', alpha3: 'BRN', swap: 'always' },
    { wrong: 'Laos', alpha3: 'LAO', swap: 'never' },
    { wrong: 'Lao PDR', alpha3: 'LAO', swap: the },
    { wrong: 'South Korea', alpha3: 'KOR', swap: 'never' },
    { wrong: 'North Korea', alpha3: 'PRK', swap: 'never' },
    { wrong: 'Russia', alpha3: 'RUS', swap: 'never' },
    { wrong: 'Syria', alpha3: 'SYR', swap: 'never' },
    { wrong: 'Iran', alpha3: 'IRN', swap: 'always' },
    { wrong: 'Bolivia', alpha3: 'BOL', swap: 'always' },
    { wrong: 'Venezuela', alpha3: 'VEN', swap: 'always' },
    { wrong: 'Tanzania', alpha3: 'TZA', swap: 'never' },
    { wrong: 'Moldova', alpha3: 'MDA', swap: 'never' },
    { wrong: 'Great Britain', alpha3: 'GBR', swap: 'never' },
    { wrong: 'United Kingdom', alpha3: 'GBR', swap: 'always' },
    { wrong: 'UK', alpha3: 'GBR', swap: the },
    { wrong: 'United States', alpha3: 'USA', swap: 'always', unless: { behind: /^ dollars?\b/ } },
    { wrong: 'USA', alpha3: 'USA', swap: the },
    { wrong: 'Holland', alpha3: 'NLD', swap: 'never', unless: { before: /\bNew $/ } },
    { wrong: 'Byelorussia', alpha3: 'BLR', swap: 'always' },
    { wrong: 'Zaire', alpha3: 'COD', swap: 'never' },
    { wrong: 'Democratic Republic of Congo', alpha3: 'COD', swap: 'always' },
    { wrong: 'Micronesia', alpha3: 'FSM', swap: 'never' },
  ],
  force: [
    ...terms('modal', [
      [5, 'must', 'must, have to, has to'],
      [5, 'shall', "shall, shan't!"],
      [5, 'is to', 'is to, are to'],
      [
        5,
        'be required',
        'is required to, are required to, be required to, is obliged to, are obliged to, be obliged to',
      ],
      [4, 'will', "will, won't!"],
      [3, 'should', "should, shouldn't!, ought to"],
      [3, 'need', 'need to, needs to, need not!'],
      [2, 'may', 'may'],
      [2, 'can', "can, cannot!, can't!"],
      [
        2,
        'be allowed',
        'is allowed to, are allowed to, be allowed to, is permitted to, are permitted to, be permitted to, is entitled to, are entitled to',
      ],
      [1, 'would', 'would'],
      [1, 'could', 'could'],
      [1, 'might', 'might'],
    ]),
    ...terms('call', [
      [8, 'decide', forms('decide', 'decided')],
      [8, 'demand', forms('demand', 'demanded')],
      [7, 'urge', forms('urge', 'urged')],
      [
        6,
        'call upon',
        'call upon, calls upon, call on, calls on, is called upon, are called upon, is called on, are called on',
      ],
      [6, 'request', forms('request', 'requested')],
      [4, 'recommend', forms('recommend', 'recommended')],
      [3, 'encourage', forms('encourage', 'encouraged')],
      [2, 'invite', forms('invite', 'invited')],
      [1, 'suggest', forms('suggest', 'suggested')],
    ]),
    ...terms('reception', [
      [5, 'adopt', 'adopt, adopts'],
      [4, 'endorse', 'endorse, endorses'],
      [4, 'approve', 'approve, approves'],
      [3, 'support', 'support, supports'],
      [3, 'welcome', 'welcome, welcomes, welcoming'],
      [
        2,
        'take note with appreciation',
        'take note with appreciation, takes note with appreciation, taking note with appreciation, note with appreciation, notes with appreciation, noting with appreciation',
      ],
      [1, 'take note', 'take note, takes note, taking note, note, notes, noting'],
    ]),
    ...terms('concern', [
      [
        2,
        'note with deep concern',
        'note with deep concern, notes with deep concern, noting with deep concern, note with grave concern, notes with grave concern, noting with grave concern, note with serious concern, notes with serious concern, noting with serious concern',
      ],
      [1, 'note with concern', 'note with concern, notes with concern, noting with concern'],
    ]),
    ...terms('commitment', [
      [4, 'undertake', 'undertake, undertakes'],
      [4, 'commit', 'commit, commits, commit to, commits to, is committed to, are committed to'],
      [3, 'agree', 'agree, agrees'],
      [3, 'resolve', 'resolve, resolves, is resolved to, are resolved to'],
      [2, 'be determined', 'is determined to, are determined to'],
      [2, 'intend', 'intend, intends'],
      [
        -1,
        'strive',
        'strive, strives, endeavour, endeavours, aim, aims, seek, seeks, make every effort, makes every effort, make efforts, use their best efforts',
      ],
    ]),
    ...terms('qualifier', [
      [1, 'legally binding', 'legally binding, binding'],
      [-1, 'non-binding', 'non-binding, legally non-binding'],
      [
        -1,
        'as appropriate',
        'as appropriate, where appropriate, if appropriate, as necessary, as needed, if necessary',
      ],
      [-1, 'voluntary', 'on a voluntary basis, voluntary, voluntarily'],
      [
        -1,
        'as far as possible',
        'as far as possible, to the extent possible, where possible, where feasible, as feasible',
      ],
      [
        -1,
        'national conditions',
        'in accordance with national conditions, in accordance with national circumstances, in accordance with national law, in accordance with domestic law, subject to national law, according to national conditions',
      ],
      [
        -1,
        'available resources',
        'within existing resources, within available resources, subject to available resources',
      ],
      [-1, 'subject to', 'subject to'],
      [-1, 'consider', 'consider, considers'],
    ]),
    ...terms('emphasis', [
      [1, 'strongly', 'strongly, firmly, urgently, solemnly, categorically, unequivocally, in the strongest terms'],
      [
        1,
        'deep',
        'deep concern, grave concern, serious concern, great concern, deep regret, deep appreciation, deep gratitude',
      ],
    ]),
    ...terms('negation', [
      [0, 'not', 'not'],
      [0, 'no', 'no'],
      [0, 'never', 'never'],
      [0, 'neither', 'neither'],
      [0, 'none', 'none'],
      [0, 'nothing', 'nothing'],
    ]),
  ],
  negations: words('not'),
  beforeNouns: words(
    `a an the of by for with their its his her our your this these those such any each every some upon on in at per from into no all explanatory`,
  ),
  notForce: contexts([
    ['will', 'political good free the their its of', ''],
    ['is', 'aim goal purpose objective task mandate role priority', ''],
    ['can', 'a the', ''],
    ['might', 'the of', ''],
    ['need', 'the a in of', ''],
    ['not', '', 'only'],
    ['no', '', 'later less fewer more longer'],
  ]),
};

/** `decide, decides` and the passive: "is decided". */
function forms(base: string, participle: string): string {
  return `${base}, ${singular(base)}, is ${participle}, are ${participle}, be ${participle}`;
}
