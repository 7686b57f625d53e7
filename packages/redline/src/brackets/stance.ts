/** What is said beside a name. `propose` also stands for a name alone; `other` for words that say nothing known. */
export const stances = [
  'propose',
  'retain',
  'delete',
  'support',
  'oppose',
  'reserve',
  'flexible',
  'pending',
  'other',
] as const;
export type Stance = (typeof stances)[number];

const verbs: readonly (readonly [Stance, string])[] = [
  ['delete', 'delet\\w*|del\\b|remov\\w*|strik\\w*'],
  ['retain', 'retain\\w*|keep\\w*|maintain\\w*'],
  ['support', 'support\\w*|second(?:s|ed|ing)?\\b|favou?r\\w*|agree\\w*|co-?sponsor\\w*'],
  ['oppose', 'oppos\\w*|object\\w*|against|cannot accept|can not accept|reject\\w*'],
  ['reserve', 'reserv\\w*|bracket\\w*|scrutin\\w*'],
  ['flexible', 'flexib\\w*|can accept|could accept|can live with|can go along'],
  ['pending', 'pending|await\\w*|consult\\w*|instructions|ad ref\\w*'],
  [
    'propose',
    'propos\\w*|suggest\\w*|add(?:s|ed|ition)?\\b|insert\\w*|prefer\\w*|replac\\w*|format\\b|alt(?:ernative)?\\b',
  ],
];
const auxiliary = '(?:(?:to be|to|would|wishes to|wish to|wants to|want to|is|are|has|have|position)\\s+)?';
const verbPatterns = verbs.map(
  ([stance, words]) => [stance, new RegExp(`^${auxiliary}(?:${words})(?![\\p{L}])`, 'iu')] as const,
);
/** Words that may follow a verb without saying more. */
const harmless =
  /^(?:\s|[.,+]|alt(?:ernative)?|new|amended|additional|the|this|that|whole|entire|all|para(?:graph)?s?|text|sentence|word(?:ing)?s?|formulation|language|addition|proposal|deletion|by|from|propos\w*|suggest\w*|submitt\w*|it|in|brackets?|of|to|position|reservation|pending|ad|ref(?:erendum)?)*$/iu;
/** `supported by Fiji`, `bracketed by the US`, `alt. text by EU`, `language proposed by Chile`. */
export const passive = new RegExp(
  [
    "^(?:(?:the|new|alt(?:ernative)?\\.?|amended|additional|chair[’']s)\\s+)*(?:(?:text|language|wording|proposal|formulation|addition|deletion)\\s+)?",
    '(?:(?<verb>co-?sponsor|support|second|oppos|propos|suggest|submit|delet|retain|reserv|bracket|add|insert)\\w*\\s+|(?<=(?:text|language|wording|proposal|formulation|addition|alternative)\\s+))',
    '(?:by|from)\\s+(?<names>.+)$',
  ].join(''),
  'iu',
);
const bareVerb = /^(?:to be )?(?:deleted?|retain(?:ed)?|reserved?|bracketed)$/i;

/** Whether the words of a clause say more than its stance. */
export function saysMore({ stance, words }: { readonly stance: Stance; readonly words: string }): boolean {
  if (words === '') return false;
  if (stance === 'other') return true;
  const verb = verbPatterns.find(([one]) => one === stance)?.[1];
  return !harmless.test(verb === undefined ? words : words.replace(verb, ''));
}

/** What words say that begin with a verb of negotiation, or null. */
export function stanceOf(text: string): Stance | null {
  return verbPatterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

/** Verbs that may stand without a name: `[delete]`, `[to be retained]`. */
export function isBareVerb(text: string): boolean {
  return bareVerb.test(text);
}
