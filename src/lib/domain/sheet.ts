/** A table to be saved: one heading per column, numbers as numbers. */
export interface Sheet {
	readonly name: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number;

/** Excel takes a file without this mark for one in the code page of its country. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A cell that begins so is a formula to a spreadsheet, whoever typed it. */
const FORMULA = /^[=+\-@\t\r]/;

/** Comma-separated values (RFC 4180) that no spreadsheet runs. */
export function csvOf({ columns, rows }: Sheet): string {
	const lines = [columns, ...rows].map((cells) => cells.map(cellText).join(','));
	return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
	if (typeof cell === 'number') return String(cell);
	const text = FORMULA.test(cell) ? `'${cell}` : cell;
	return text !== cell || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
