/** What the editor did to what somebody put in, and must say. */
export type EditingNotice =
  /** So many characters that agreed text may not hold were left out or became a space. */
  | { readonly type: 'cleaned'; readonly dropped: number; readonly spaced: number }
  /** Too much at once; nothing was put in. `limit` counts characters. */
  | { readonly type: 'too-much'; readonly limit: number }
  /** The paragraph would be longer than a paragraph may be; nothing was put in. */
  | { readonly type: 'paragraph-too-long'; readonly limit: number };

export type TellNotice = (notice: EditingNotice) => void;
