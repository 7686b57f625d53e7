import { conferenceDetailsSchema, conferenceIdSchema } from '@chapeau/procedure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkInput,
  type ConferenceInput,
  detailsOf,
  inputOf,
} from '../../src/secretariat/conference/conferenceInput.ts';
import { freeId, suggestId } from '../../src/secretariat/conference/suggestId.ts';

const input: ConferenceInput = {
  ...{ title: ' Digital Diplomacy ', id: 'icdd-2021', theme: '', place: 'Bali', timeZone: 'Asia/Makassar' },
  ...{ startsOn: '2021-11-16', endsOn: '2021-11-17', sectors: [], numbering: null, checks: null },
};

describe('a suggested id', () => {
  test('is the acronym and year of a title that has them', () => {
    expect(suggestId('2021 International Conference on Digital Diplomacy (ICDD)', '')).toBe('icdd-2021');
    expect(suggestId('Regional Conference RCDD', '2019-09-10')).toBe('rcdd-2019');
  });

  test('is else made of its telling words', () => {
    expect(suggestId('Pertemuan Tingkat Menteri di Yogyakarta', '')).toBe('pertemuan-tingkat-menteri-yogyakarta');
    expect(suggestId('会议', '')).toBe('');
  });

  test('is empty or one that the server takes, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (title) => {
        const id = suggestId(title, '2021-11-16');
        expect(id === '' || conferenceIdSchema.safeParse(id).success).toBe(true);
      }),
    );
  });

  test('stays within its length where a number is put behind it', () => {
    const long = 'a'.repeat(40);
    expect(freeId(long, new Set([long]))).toBe(`${'a'.repeat(38)}-2`);
  });
});

describe('what a conference is', () => {
  test('may be sent when nothing is wrong with it', () => {
    expect(checkInput(input)).toEqual({});
    expect(conferenceDetailsSchema.safeParse(detailsOf(input)).success).toBe(true);
  });

  test.each([
    [{ title: ' ' }, { title: 'title-missing' }],
    [{ id: '' }, { id: 'id-missing' }],
    [{ id: '-x' }, { id: 'id-form' }],
    [{ startsOn: '' }, { startsOn: 'date-missing' }],
    [{ endsOn: '2021-11-15' }, { endsOn: 'dates-reversed' }],
    [{ sectors: [{ key: 0, id: null, name: ' ' }] }, { sectors: 'sector-empty' }],
    [
      {
        sectors: [
          { key: 0, id: null, name: 'Data' },
          { key: 1, id: null, name: 'data ' },
        ],
      },
      { sectors: 'sector-twice' },
    ],
  ] as const)('%j is shown at its field', (part, faults) => {
    expect(checkInput({ ...input, ...part })).toEqual(faults);
  });

  test('a sector keeps its id when it is renamed; a new one gets one that is free', () => {
    const details = detailsOf({ ...input, sectors: [{ key: 0, id: null, name: 'Data' }] });
    const [known] = inputOf('icdd-2021', details).sectors;
    const sectors = [
      { key: 5, id: null, name: 'Data' },
      { key: 0, id: known?.id ?? null, name: 'Data governance' },
      { key: 6, id: null, name: '数据' },
    ];
    expect(detailsOf({ ...input, sectors }).sectors).toEqual([
      { id: 'data-2', name: 'Data' },
      { id: 'data', name: 'Data governance' },
      { id: 'sector', name: '数据' },
    ]);
  });

  test('keeps its rule of numbering, and says nothing of it where it said nothing', () => {
    const numbering = { scheme: 'articles', bis: 'alternative', language: 'id' } as const;
    const details = detailsOf({ ...input, numbering });
    expect(detailsOf(inputOf('icdd-2021', details)).numbering).toEqual(numbering);
    expect(conferenceDetailsSchema.safeParse(details).success).toBe(true);
    expect(detailsOf(inputOf('icdd-2021', detailsOf(input)))).not.toHaveProperty('numbering');
  });
});
