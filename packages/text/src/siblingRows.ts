/** An open paragraph, and the rows of those right below it by the level whose label they have. */
interface Parent<Row> {
  readonly level: number;
  readonly rows: Map<number, Row>;
}

/**
 * In which row of siblings each sub-paragraph of a text is counted, in order. A text may leave a level out: what stands right below the
 * same paragraph and is labelled alike ((a) at levels 1 and 3) is one row, so that no two siblings get one label.
 */
export class SiblingRows<Row> {
  /** The outermost first; never empty. */
  private parents: readonly Parent<Row>[] = [{ level: 0, rows: new Map() }];
  private readonly newRow: () => Row;

  constructor(newRow: () => Row) {
    this.newRow = newRow;
  }

  /** A paragraph of the outermost level begins, or a heading: what follows is below that. */
  begin(): void {
    this.parents = [{ level: 0, rows: new Map() }];
  }

  /** The row of a paragraph at `level`, from 1. Labels repeat every second level from level `repeating`. */
  next(level: number, repeating: number): Row {
    const above = this.parents.filter((one) => one.level < level);
    const parent = above.at(-1) as Parent<Row>;
    let alike = level;
    while (alike - 2 >= repeating && alike - 2 > parent.level) alike -= 2;
    const row = parent.rows.get(alike) ?? this.newRow();
    parent.rows.set(alike, row);
    this.parents = [...above, { level, rows: new Map() }];
    return row;
  }
}
