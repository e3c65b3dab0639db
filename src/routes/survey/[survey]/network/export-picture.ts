/** Properties that a picture needs when it leaves the page and its style sheets behind. */
const KEPT = [
	'fill',
	'stroke',
	'stroke-width',
	'stroke-dasharray',
	'stroke-linejoin',
	'paint-order',
	'font-size',
	'font-weight',
	'font-family',
	'text-anchor'
];

export function exportSvg(holder: HTMLElement | undefined, name: string): void {
	const svg = standalone(holder);
	if (svg) save(new Blob([svg.text], { type: 'image/svg+xml' }), `${fileName(name)}.svg`);
}

/** Twice the size on screen, on a white ground. */
export async function exportPng(holder: HTMLElement | undefined, name: string): Promise<void> {
	const svg = standalone(holder);
	if (!svg) return;
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = svg.width * 2;
	canvas.height = svg.height * 2;
	const context = canvas.getContext('2d');
	if (!context) return;
	context.fillStyle = 'white';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	canvas.toBlob((blob) => blob && save(blob, `${fileName(name)}.png`), 'image/png');
}

/** A copy of the picture with the styles it has now written into it. */
function standalone(holder: HTMLElement | undefined) {
	const shown = holder?.querySelector('svg');
	if (!shown) return undefined;
	const copy = shown.cloneNode(true) as SVGSVGElement;
	const originals = [shown, ...shown.querySelectorAll('*')];
	for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
		const original = originals[index];
		if (!original) continue;
		const style = getComputedStyle(original);
		for (const property of KEPT) {
			const value = style.getPropertyValue(property);
			if (value) element.setAttribute(property, value);
		}
		element.removeAttribute('class');
	}
	const { width, height } = shown.viewBox.baseVal;
	copy.setAttribute('width', String(width));
	copy.setAttribute('height', String(height));
	copy.removeAttribute('style');
	return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function fileName(name: string): string {
	return name.replaceAll(/[^\p{L}\p{N}-]+/gu, '-');
}

function save(blob: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
