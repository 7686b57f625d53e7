import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { after, before, compare, type RedlineSegment, tokenise } from '../src/index.ts';
import { family, paragraph } from './arbitraries.ts';
import { line, p } from './notation.ts';

describe('compare shows', () => {
  it.each([
    ['one word for another', 'a voluntary framework', 'a binding framework', 'a [-voluntary-]{+binding+} framework'],
    ['an inserted word with the space behind it', 'a framework', 'a voluntary framework', 'a {+voluntary +}framework'],
    ['a deleted word with the space behind it', 'a voluntary framework', 'a framework', 'a [-voluntary -]framework'],
    ['a word added at the end', 'to meet;', 'to meet annually;', 'to meet{+ annually+};'],
    ['an item added to a list', 'data and trade', 'data, skills and trade', 'data{+, skills+} and trade'],
    [
      'a clause with the comma before it, as one at the end must be',
      'Calls upon all, as appropriate, to act',
      'Calls upon all, to act',
      'Calls upon all[-, as appropriate-], to act',
    ],
    [
      'an item of a list with the comma before it',
      'women, youth and all',
      'women, girls, youth and all',
      'women{+, girls+}, youth and all',
    ],
    ['a whole sentence', 'We agree. We act. We report.', 'We agree. We report.', 'We agree. [-We act. -]We report.'],
    ['whole words, not letters', 'shall', 'should', '[-shall-]{+should+}'],
    ['a hyphenated word whole', 'closer cooperation', 'closer co-operation', 'closer [-cooperation-]{+co-operation+}'],
    [
      'a document symbol whole',
      'see A/RES/78/1 of May',
      'see A/RES/78/2 of May',
      'see [-A/RES/78/1-]{+A/RES/78/2+} of May',
    ],
    ['a figure with its unit', 'below 2 °C', 'below 1.5 °C', 'below [-2 °C-]{+1.5 °C+}'],
    [
      'a percentage with its sign, across a narrow space',
      'de 50\u202f% à',
      'de 55\u202f% à',
      'de [-50\u202f%-]{+55\u202f%+} à',
    ],
    [
      'neighbouring words as one change, not as confetti',
      'take note of it',
      'pay heed to it',
      '[-take note of-]{+pay heed to+} it',
    ],
    [
      'an article between two changes as part of them',
      'Welcomes the report',
      'Notes the study',
      '[-Welcomes the report-]{+Notes the study+}',
    ],
    [
      'words of weight between two changes as kept',
      'Decides to convene the participants every two years',
      'Agrees to convene the participants every three years',
      '[-Decides-]{+Agrees+} to convene the participants every [-two-]{+three+} years',
    ],
    [
      'a full rewriting as one change',
      'Data belong to the people of a state.',
      'Platforms answer to nobody in a market.',
      '[-Data belong to the people of a state-]{+Platforms answer to nobody in a market+}.',
    ],
    [
      'a rewriting whole although single words of it stayed',
      'Emphasizes that stronger institutions protect participants against every kind of exclusion',
      'Regrets how markets treat participants without asking whom their services leave behind',
      '[-Emphasizes that stronger institutions protect participants against every kind of exclusion-]{+Regrets how markets treat participants without asking whom their services leave behind+}',
    ],
    [
      'an article between two changes as part of them, in a text that else stays',
      'Welcomes the report of the participants on capacity-building and invites comments',
      'Notes the study of the participants on capacity-building and invites views',
      '[-Welcomes the report-]{+Notes the study+} of the participants on capacity-building and invites [-comments-]{+views+}',
    ],
    ['of equal words the one that looks the same as kept', 'data _data_', '_data_', '[-data -]data'],
    [
      'that also between two changes',
      'open participants _participants_ here',
      'free _participants_ there',
      '[-open participants-]{+free+} participants [-here-]{+there+}',
    ],
    [
      'a Chinese word between two changes as kept',
      '加强数据共享',
      '促进数据交换',
      '[-加强-]{+促进+}数据[-共享-]{+交换+}',
    ],
    ['the later of equal words as new', 'it is very good', 'it is very very good', 'it is very {+very +}good'],
    ['new formatting', 'Recalling the Message', '_Recalling_ the Message', '<_Recalling_> the Message'],
    ['formatting of a part of a word', '_r_eaffirming', 'reaffirming', '<reaffirming>'],
    ['new formatting beside new words', '_Recalling_ it', '*Noting* *it*', '[-Recalling-]{+Noting+} <*it*>'],
    ['another kind of space', 'Article 5', 'Article\u00a05', 'Article[- -]{+\u00a0+}5'],
    ['Thai in words', 'ภาษาไทยและภาษาลาว', 'ภาษาไทยหรือภาษาลาว', 'ภาษาไทย[-และ-]{+หรือ+}ภาษาลาว'],
    ['Chinese words uncut by an edit beside them', '研究生命起源', '研究生合命起源', '研究[-生命-]{+生合命+}起源'],
    ['Chinese in words', '各国政府合作', '各国企业合作', '各国[-政府-]{+企业+}合作'],
    ['Arabic in words', 'التعاون الدولي الطوعي', 'التعاون الإقليمي الطوعي', 'التعاون [-الدولي-]{+الإقليمي+} الطوعي'],
    ['emoji whole', 'hello 👩‍👩‍👧‍👦', 'hello 👩‍👩‍👧', 'hello [-👩‍👩‍👧‍👦-]{+👩‍👩‍👧+}'],
    ['Lao in words', 'ພາສາລາວແລະພາສາໄທ', 'ພາສາລາວຫຼືພາສາໄທ', 'ພາສາລາວ[-ແລະ-]{+ຫຼື+}ພາສາໄທ'],
    ['Khmer in words', 'ភាសាខ្មែរនិងភាសាថៃ', 'ភាសាខ្មែរឬភាសាថៃ', 'ភាសាខ្មែរ[-និង-]{+ឬ+}ភាសាថៃ'],
    ['Japanese in words', '各国は協力を促進する', '各国は対話を促進する', '各国は[-協力-]{+対話+}を促進する'],
    ['Burmese in words', 'မြန်မာနှင့်လာအို', 'ထိုင်းနှင့်လာအို', '[-မြန်မာ-]{+ထိုင်း+}နှင့်လာအို'],
    ['Hebrew in words', 'שיתוף פעולה מרצון', 'שיתוף פעולה אזורי', 'שיתוף פעולה [-מרצון-]{+אזורי+}'],
    [
      'Persian in words',
      'همکاری‌های داوطلبانه ملی',
      'همکاری‌های الزام‌آور ملی',
      'همکاری‌های [-داوطلبانه-]{+الزام‌آور+} ملی',
    ],
    [
      'a figure in a text written from right to left',
      'بحلول عام 2025 على',
      'بحلول عام 2030 على',
      'بحلول عام [-2025-]{+2030+} على',
    ],
    ['another ending of a word', 'we agree to it', 'we agreed to it', 'we agree{+d+} to it'],
    ['an ending that is gone', 'all States act', 'all State act', 'all State[-s-] act'],
    [
      'an ending with the words behind it',
      'international goals',
      'internationally agreed goals',
      'international{+ly agreed+} goals',
    ],
    ['a possessive', 'each State act', 'each State’s act', 'each State{+’s+} act'],
    ['an Indonesian ending', 'dengan tujuan itu', 'dengan tujuannya itu', 'dengan tujuan{+nya+} itu'],
    ['words whole that only begin alike', 'the form of it', 'the former of it', 'the [-form-]{+former+} of it'],
    ['short words whole', 'the text', 'these text', '[-the-]{+these+} text'],
    [
      'an ending in another formatting as another word',
      'we agree to it',
      'we *agreed* to it',
      'we [-agree-]{+agreed+} to it',
    ],
    [
      'a clause that moved as moved',
      'Decides, in accordance with national conditions, to share all data and to report on it',
      'Decides to share all data and to report on it, in accordance with national conditions',
      'Decides[1>, in accordance with national conditions][-,-] to share all data and to report on it{1>, in accordance with national conditions}',
    ],
    [
      'a clause moved to the front as moved, with its capital',
      'Decides to convene a conference, in accordance with rule 5',
      'In accordance with rule 5, decides to convene a conference',
      '[-Decides-]{1>In accordance with rule 5}{+, decides+} to convene a conference[-, -][1>in accordance with rule 5]',
    ],
    [
      'a clause moved to the end as moved, without its capital',
      'In line with law, we shall act and report on it.',
      'We shall act and report on it, in line with law.',
      '[1>In line with law][-, we-]{+We+} shall act and report on it{+, +}{1>in line with law}.',
    ],
    [
      'a sentence that moved as moved',
      'We welcome the report of the Secretary-General. We invite all to come.',
      'We invite all to come. We welcome the report of the Secretary-General.',
      '{1>We invite all to come.}{+ +}We welcome the report of the Secretary-General.[- -][1>We invite all to come.]',
    ],
    [
      'few words that stand elsewhere as deleted and inserted',
      'Decides, as appropriate, to share data and to report',
      'Decides to share data and to report, as appropriate',
      'Decides[-, as appropriate,-] to share data and to report{+, as appropriate+}',
    ],
    ['everything new', '', 'To be agreed', '{+To be agreed+}'],
    ['everything gone', 'To be agreed', '', '[-To be agreed-]'],
    ['nothing', '', '', ''],
  ])('%s', (_, old, fresh, redline) => {
    expect(line(compare(p(old), p(fresh)))).toBe(redline);
  });

  it('what formatting was, beside what it is', () => {
    expect(compare(p('_Recalling_'), p('*Recalling*'))).toEqual([
      { type: 'reformatted', runs: p('*Recalling*').runs, was: p('_Recalling_').runs },
    ]);
  });
});

describe('laws of compare', () => {
  const pair = family(1).map(({ base, variants }) => [base, variants[0] ?? base] as const);

  test('a redline gives back both sides exactly, formatting included', () => {
    fc.assert(
      fc.property(pair, ([old, fresh]) => {
        const redline = compare(old, fresh);
        expect(before(redline)).toEqual(old.runs);
        expect(after(redline)).toEqual(fresh.runs);
      }),
      { numRuns: 500 },
    );
  });

  test('a wording compared with itself is the same', () => {
    fc.assert(
      fc.property(paragraph, (wording) => {
        expect(compare(wording, wording).every(({ type }) => type === 'same')).toBe(true);
      }),
    );
  });

  test('words alike in another formatting are never shown as deleted and inserted', () => {
    fc.assert(
      fc.property(paragraph, (wording) => {
        const plain = p(plainText(wording).replace(/[*_~]/g, ''));
        const types = new Set(compare(wording, plain).map(({ type }) => type));
        expect(types.has('inserted') || types.has('deleted')).toBe(false);
      }),
    );
  });

  test('no segment is empty, no two neighbours are of one type, and what goes stands before what comes', () => {
    // So few words that changes could slide into each other.
    const words = fc.array(fc.constantFrom('a', 'a ', 'b', ', '), { maxLength: 14 }).map((parts) => p(parts.join('')));
    fc.assert(
      fc.property(fc.oneof(pair, fc.tuple(words, words)), ([old, fresh]) => {
        const redline = compare(old, fresh);
        redline.forEach((segment, index) => {
          const next = redline[index + 1]?.type;
          expect(plainText(segment)).not.toBe('');
          expect([next, moveOf(redline[index + 1])], line(redline)).not.toEqual([segment.type, moveOf(segment)]);
          if (segment.type === 'inserted') expect(next, line(redline)).not.toBe('deleted');
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('no change shares its first or its last word with what it replaces', () => {
    const words = fc.array(fc.constantFrom('the', 'parties', 'shall', 'act', ',', 'open', 'data'), { maxLength: 20 });
    fc.assert(
      fc.property(words, words, (old, fresh) => {
        const redline = compare(p(old.join(' ')), p(fresh.join(' ')));
        redline.forEach((segment, index) => {
          const next = redline[index + 1];
          if (segment.type !== 'deleted' || next?.type !== 'inserted') return;
          const [gone, come] = [tokenise(plainText(segment)), tokenise(plainText(next))];
          expect(gone[0] === come[0] || gone.at(-1) === come.at(-1), line(redline)).toBe(false);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('no text is replaced by itself', () => {
    fc.assert(
      fc.property(pair, ([old, fresh]) => {
        const redline = compare(old, fresh);
        redline.forEach((segment, index) => {
          const next = redline[index + 1];
          if (segment.type === 'deleted' && next?.type === 'inserted')
            expect(plainText(next)).not.toBe(plainText(segment));
        });
      }),
      { numRuns: 500 },
    );
  });

  test('one stretch of new words is shown as one insertion, wherever it falls', () => {
    const words = fc.array(fc.constantFrom('the', 'parties', 'shall', 'act'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.nat(12), words, (old, at, fresh) => {
        const joined = [...old.slice(0, at), ...fresh, ...old.slice(at)].join(' ');
        const redline = compare(p(old.join(' ')), p(joined));
        expect(redline.filter(({ type }) => type !== 'same').map(({ type }) => type)).toEqual(['inserted']);
      }),
    );
  });
});

function moveOf(segment: RedlineSegment | undefined): number | null {
  return segment?.type === 'inserted' || segment?.type === 'deleted' ? (segment.move ?? null) : null;
}
