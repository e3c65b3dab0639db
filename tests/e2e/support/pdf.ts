import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';

export interface Printed {
	/** The text of each page, without any white space: lines break where they like. */
	readonly pages: readonly string[];
	readonly text: string;
	/** Millimetres. */
	readonly size: { readonly width: number; readonly height: number };
}

/** Prints the page as the browser would, on the paper that the page itself asks for. */
export async function printed(page: Page): Promise<Printed> {
	const pdf = await getDocumentProxy(
		new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: false }))
	);
	const { text } = await extractText(pdf, { mergePages: false });
	const pages = text.map(squeezed);
	const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
	const millimetres = (points: number) => Math.round((points * 25.4) / 72);
	return {
		pages,
		text: pages.join(''),
		size: { width: millimetres(width), height: millimetres(height) }
	};
}

export function squeezed(text: string): string {
	return text.replaceAll(/\s+/g, '');
}
