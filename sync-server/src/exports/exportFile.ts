/** What a document can be written as. */
export const exportFiles = ['text.docx', 'text.md', 'adoption-log.csv', 'bundle.json'] as const;
export type ExportFile = (typeof exportFiles)[number];
