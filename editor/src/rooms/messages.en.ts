/** What the editors of words say, in English: section `rooms` of the catalogue. */
export const roomsEn = {
  opening: 'Opening…',
  amendmentLabel: 'Words of your amendment',
  draftingLabel: 'The zero draft, open for co-drafting',
  readOnly: 'You may read these words, not change them.',
  offlineNothing: 'Offline: nothing unsaved',
  setAside: 'Words that were not taken',
  copyWords: 'Copy the words',
  dismiss: 'I have them. Put this away',
  detachedWhatToDo: 'Here they are: copy what you need and enter it again.',
  detached: {
    refused: 'The server did not take your latest words.',
    'other-history': 'The server was restored from a backup, and some of your words belong to the time before.',
    'not-allowed': 'You may no longer write here. Your latest words did not arrive in time.',
    'signed-out': 'Your session has ended. Your latest words did not arrive in time.',
    'not-found': 'These words are no longer open to you. Your latest ones did not arrive in time.',
    'room-closed': 'The draft was tabled, discarded or moved on before your latest words arrived.',
  },
  ended: {
    'signed-out': 'Your session has ended. Open your sign-in link again to go on.',
    'not-found': 'These words are no longer open to you.',
    'room-closed': 'This draft is closed: it was tabled, discarded or carried over.',
    outdated: 'The server has been renewed. Load the page anew to go on.',
    'refused-again': 'The server keeps refusing words from this page. Load it anew.',
  },
  unsaved: {
    'no-answer_one': 'The server has not confirmed {{count}} change. Keep this page open, or copy the words.',
    'no-answer_other': 'The server has not confirmed {{count}} changes. Keep this page open, or copy the words.',
    'read-only_one':
      'The server cannot store anything at the moment: {{count}} change is not saved. It keeps trying. Copy the words to be sure.',
    'read-only_other':
      'The server cannot store anything at the moment: {{count}} changes are not saved. It keeps trying. Copy the words to be sure.',
  },
  notice: {
    dropped_one: '{{count}} invisible character was left out: agreed text may not hold it.',
    dropped_other: '{{count}} invisible characters were left out: agreed text may not hold them.',
    spaced_one: '{{count}} tab or line break became a space.',
    spaced_other: '{{count}} tabs or line breaks became spaces.',
    tooMuch: 'That is too much at once, so nothing was pasted. Paste it in parts of at most {{limit}} characters.',
    paragraphTooLong: 'A paragraph holds at most {{limit}} characters, so this was not put in. Divide it first.',
  },
  toolbar: {
    label: 'Format',
    kind: 'What this paragraph is',
    deeper: 'One level deeper',
    shallower: 'One level less deep',
    bold: 'Bold',
    italic: 'Italic',
    underline: 'Underline',
    undo: 'Undo',
    redo: 'Redo',
  },
  authors: {
    label: 'Who wrote paragraph {{label}}',
    zeroDraft: 'Zero draft',
    show: 'Show the words of: {{name}}',
  },
};
