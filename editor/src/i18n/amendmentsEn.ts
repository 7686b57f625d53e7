/** The words about many amendments of one paragraph, about choosing among their changes and about conflicts. */
export const amendmentsEn = {
  list: {
    more: '+ {{count}} more',
    yours: 'yours',
    unspoken: 'no position of yours yet',
    you: 'you:',
    noName: 'no name given',
    sum_one: '{{all}}; on one of them you have taken no position',
    sum_other: '{{all}}; on {{count}} of them you have taken no position',
    openAll: 'Open all',
    foldAll: 'Fold all',
  },
  conflict: {
    title: 'Amendment {{number}} and the text on the table',
    atParagraph_one: '1 amendment was made on earlier wording',
    atParagraph_other: '{{count}} amendments were made on earlier wording',
    what: 'The text has changed at the very words that this amendment changes.',
    by_one: 'Amendment {{numbers}} was accepted since.',
    by_other: 'Amendments {{numbers}} were accepted since.',
    sponsor:
      'It cannot be accepted as it stands. Draft it anew: what agrees with the present text is carried over, and at the places of conflict your words stand. Then table it.',
    chair:
      'You cannot accept it as it stands. {{names}} may table it anew on the present text; or you decide not to retain it.',
    others: 'It cannot be accepted as it stands. {{names}} may table it anew on the present text.',
    nameless:
      'It cannot be accepted as it stands. A delegation may propose the words anew; the chair may decide not to retain it.',
    sideBySide: 'Compare side by side',
    draftAnew: 'Draft it on the present text',
    merged: 'Merged: what a new version begins with',
  },
  takeUp: {
    action: 'Propose it in our name',
    explain: 'Opens a draft of your own with these words. Tabled, it stands under your name.',
  },
  parts: {
    kept: 'The changes that you had ticked before the page was loaded are ticked again.',
    lost_one: 'One change that you had ticked is no longer among them:',
    lost_other: '{{count}} changes that you had ticked are no longer among them:',
    moved:
      'The amendment has changed since you asked, or the text beneath it. What is shown here can no longer be accepted.',
    takeUp: 'Show the changes as they are now',
    settled: 'The amendment has meanwhile been settled: {{status}}. Nothing of it can be accepted any more.',
    inConflict: 'The text has changed in the same place. The amendment needs a new version by its sponsors first.',
  },
  aside: {
    open: 'Set several aside…',
    title: 'Set several amendments aside',
    explain: 'Those that you tick leave the table, all at once, and stay in the record with your one reason.',
    nameless: 'Choose those without names ({{count}})',
    confirm_zero: 'Set aside',
    confirm_one: 'Set 1 aside',
    confirm_other: 'Set {{count}} aside',
    changed_one:
      'Amendment {{numbers}} has changed since you ticked it: the tick is gone. Its line shows it as it is now.',
    changed_other:
      'Amendments {{numbers}} have changed since you ticked them: the ticks are gone. Their lines show them as they are now.',
    gone_one: 'Amendment {{numbers}}, which you had ticked, is no longer on the table here.',
    gone_other: 'Amendments {{numbers}}, which you had ticked, are no longer on the table here.',
  },
};
