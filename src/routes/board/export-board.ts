import { boardJson, boardSheet, totalsSheet, type BoardNames } from '$lib/domain/board-sheet';
import type { BoardRow } from '$lib/domain/board-list';
import { csvOf, type Sheet } from '$lib/domain/sheet';
import { isoWithOffset } from '$lib/device/moment';
import { saveFile } from '../survey-files';

export type BoardFile = 'csv' | 'json' | 'xlsx';

/** Hands the board, as it is filtered, to the browser to save. */
export async function exportBoard(
	kind: BoardFile,
	rows: readonly BoardRow[],
	names: BoardNames,
	now: Date
): Promise<void> {
	const name = `sitewalk-board-${isoWithOffset(now).slice(0, 10)}.${kind}`;
	saveFile(name, await fileOf(kind, rows, names, isoWithOffset(now)));
}

async function fileOf(
	kind: BoardFile,
	rows: readonly BoardRow[],
	names: BoardNames,
	at: string
): Promise<Blob> {
	if (kind === 'csv')
		return new Blob([csvOf(boardSheet(rows, names))], { type: 'text/csv;charset=utf-8' });
	if (kind === 'json') {
		const text = JSON.stringify(boardJson(rows, at), undefined, '\t');
		return new Blob([`${text}\n`], { type: 'application/json' });
	}
	const { default: writeXlsxFile } = await import('write-excel-file/browser');
	const sheets = [boardSheet(rows, names), totalsSheet(rows, names)];
	return writeXlsxFile(sheets.map(workbookSheet)).toBlob();
}

/** Text cells are text, so that nothing in them is a formula. */
function workbookSheet({ name, columns, rows }: Sheet) {
	const head = columns.map((value) => ({ value, fontWeight: 'bold' as const }));
	const lines = rows.map((cells) =>
		cells.map((value) =>
			typeof value === 'number' ? { value, type: Number } : { value, type: String }
		)
	);
	return {
		sheet: name,
		data: [head, ...lines],
		columns: columns.map((heading) => ({ width: Math.max(12, heading.length + 2) }))
	};
}
