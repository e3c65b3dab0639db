/** A plain document: enough to print tables of knowledge as Markdown and as HTML from one value. */
export type Block =
	| { readonly heading: string; readonly level: 1 | 2 | 3; readonly id?: string }
	| { readonly text: string }
	| { readonly list: readonly string[] }
	| { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export function asMarkdown(blocks: readonly Block[]): string {
	return `${blocks.map(markdownOf).join('\n\n')}\n`;
}

export function asHtml(title: string, blocks: readonly Block[]): string {
	return [
		'<!doctype html>',
		'<html lang="en">',
		`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>`,
		`<style>${STYLE}</style></head>`,
		'<body>',
		...blocks.map(htmlOf),
		'</body>',
		'</html>',
		''
	].join('\n');
}

const STYLE = [
	'body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}',
	'table{border-collapse:collapse;width:100%;font-size:.9rem}',
	'th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}',
	'th{background:#eee}tr{break-inside:avoid}h2{margin-top:2.5rem;border-bottom:2px solid}'
].join('');

function markdownOf(block: Block): string {
	if ('heading' in block) return `${'#'.repeat(block.level)} ${oneLine(block.heading)}`;
	if ('text' in block) return oneLine(block.text);
	if ('list' in block) return block.list.map((item) => `- ${oneLine(item)}`).join('\n');
	const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
	return [line(block.columns), line(block.columns.map(() => '---')), ...block.rows.map(line)].join(
		'\n'
	);
}

function cell(text: string): string {
	return oneLine(text).replaceAll('|', String.raw`\|`);
}

function oneLine(text: string): string {
	return text.replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;').trim();
}

function htmlOf(block: Block): string {
	if ('heading' in block) {
		const id = block.id === undefined ? '' : ` id="${escaped(block.id)}"`;
		return `<h${block.level}${id}>${escaped(block.heading)}</h${block.level}>`;
	}
	if ('text' in block) return `<p>${escaped(block.text)}</p>`;
	if ('list' in block)
		return `<ul>${block.list.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
	const row = (cells: readonly string[], tag: string) =>
		`<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`;
	const body = block.rows.map((cells) => row(cells, 'td')).join('\n');
	return `<table><thead>${row(block.columns, 'th')}</thead><tbody>${body}</tbody></table>`;
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
