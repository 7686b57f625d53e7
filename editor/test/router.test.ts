import { expect, test } from 'vitest';
import { conferencePath, readRoute } from '../src/app/router.ts';

test('an address of a conference is read back as it was made', () => {
  const path = conferencePath({ conference: 'icdd-2021', as: 'abcd1234', document: 'message', view: 'overview' });
  const address = new URL(path, 'http://localhost');
  expect(readRoute(address.pathname, address.search)).toEqual({
    type: 'conference',
    conference: 'icdd-2021',
    as: 'abcd1234',
    document: 'message',
    view: 'overview',
  });
});

test('what is no address of ours says so, and an unknown view shows the text', () => {
  expect(readRoute('/c/../x', '')).toEqual({ type: 'unknown' });
  expect(readRoute('/c/icdd-2021', '?view=nonsense')).toMatchObject({ view: 'text', as: null });
  expect(readRoute('/join', '')).toEqual({ type: 'join' });
});
