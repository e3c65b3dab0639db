/** FNV-1a over the text, as eight hexadecimal digits: tells that a text has changed, not who changed it. */
export function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
	}
	return hash.toString(16).padStart(8, '0');
}
