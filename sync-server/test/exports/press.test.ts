import { conferenceIdSchema, documentIdSchema, emptyConference } from '@chapeau/procedure';
import { expect, test } from 'vitest';
import { Press } from '../../src/exports/press.ts';
import type { PrintJob } from '../../src/exports/printJob.ts';

const document = documentIdSchema.parse('declaration');
const state = emptyConference(conferenceIdSchema.parse('rehearsal'));
const jobAt = (time: string): PrintJob => ({
  file: 'compilation.md',
  wish: { credits: false, form: 'rio', positions: false },
  at: `2026-03-02T${time}.000Z`,
});

/** A press whose threads answer with how many there were, or fail; and how many that is. */
function countingPress({ failing = 0 } = {}) {
  let threads = 0;
  const press = new Press(() => {
    threads += 1;
    return threads <= failing ? Promise.reject(new Error('out of memory')) : Promise.resolve(String(threads));
  });
  return { print: (time: string) => press.print(state, document, jobAt(time)), threads: () => threads };
}

test('who asks in the same minute gets the same file, also while it is being printed', async () => {
  const { print, threads } = countingPress();
  expect(await Promise.all([print('10:15:00'), print('10:15:59')])).toEqual(['1', '1']);
  expect(await print('10:16:00')).toBe('2');
  expect(threads()).toBe(2);
});

test('what was printed in an earlier minute is not kept', async () => {
  const { print } = countingPress();
  await print('10:15:00');
  await print('10:16:00');
  expect(await print('10:15:00')).toBe('3');
});

test('a thread that failed takes neither the next nor the same file with it', async () => {
  const { print } = countingPress({ failing: 1 });
  await expect(print('10:15:00')).rejects.toThrow('out of memory');
  expect(await print('10:15:01')).toBe('2');
});

test('what is wrong in a real thread is told', async () => {
  const printing = new Press().print(state, document, jobAt('10:15:00'));
  await expect(printing).rejects.toThrow('the document to be printed');
});
