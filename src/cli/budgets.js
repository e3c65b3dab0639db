/** Bytes of script, gzip, that a page may load before it is complete. */
export const SCRIPT_BYTES = { start: 90_000, survey: 120_000, others: 200_000 };

/** Bytes that the whole offline copy may take on the device. */
export const COPY_BYTES = 1_500_000;

/** @param {string} route */
export function scriptBytesOf(route) {
	if (route === '/') return SCRIPT_BYTES.start;
	return /^\/survey\/\[survey\](\/\[|$)/.test(route) ? SCRIPT_BYTES.survey : SCRIPT_BYTES.others;
}

/** The view with the charts and the drawing: what it may fetch, gzip, beyond what every survey page has loaded. */
export const VIEW = {
	route: '/survey/[survey]/network',
	base: '/survey/[survey]',
	bytes: 110_000,
	/** Words that only its parts hold: the layout of the drawing, the charts, the tipping points, the simulation. */
	words: [
		'rankdir',
		'The same as a table',
		'Clients on the SEPM, all sites',
		'Busiest quarter hour'
	]
};
