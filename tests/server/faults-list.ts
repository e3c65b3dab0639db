/**
 * Where a fault must be put to the test: `unit` with a device or the log alone, `server` against both engines of the team's
 * database, `browser` with a real browser and its own database.
 */
export type Means = 'unit' | 'server' | 'browser';

/** What goes wrong between people, devices and servers. A test names the faults it is about in its title, as "F9: …". */
export const FAULTS: Readonly<Record<string, readonly [what: string, ...Means[]]>> = {
	F1: ['two people answer the same question offline', 'unit', 'browser'],
	F2: ['two people give the same answer', 'unit'],
	F3: ['a colleague’s answer comes while one types', 'unit', 'browser'],
	F4: ['two people settle a conflict differently', 'unit'],
	F5: ['a request is lost on its way', 'unit', 'browser'],
	F6: ['a reply is lost or cut, after the work was done', 'unit', 'server', 'browser'],
	F7: ['a request comes twice, or at two nodes at once', 'server'],
	F8: ['batches come in another order', 'unit', 'server'],
	F9: ['the browser is killed at any moment', 'unit', 'browser'],
	F10: ['a power cut takes back what the browser wrote last', 'unit', 'browser'],
	F11: ['a profile is copied: two devices with one name', 'unit', 'browser'],
	F12: ['the browser’s data are cleared', 'unit', 'browser'],
	F13: ['the device is full', 'unit', 'browser'],
	F14: ['a clock is wrong by years, or goes backwards', 'unit', 'server', 'browser'],
	F15: ['the questionnaire has another version by now', 'unit', 'server', 'browser'],
	F16: ['kinds, fields and versions that nobody here knows', 'unit', 'server'],
	F17: ['one event that nobody can take', 'server'],
	F18: ['a survey is closed while somebody answers it offline', 'server'],
	F19: ['the sign-in has expired', 'server', 'browser'],
	F20: ['another person takes the tablet', 'unit', 'browser'],
	F21: ['a device is lost, or retired', 'server', 'browser'],
	F22: ['an author is forged', 'server'],
	F23: ['the server or its database is killed', 'server', 'browser'],
	F24: ['many write while one reads', 'server'],
	F25: ['a report holds its snapshot for long', 'server'],
	F26: ['the server is restored from last night’s backup', 'unit', 'server'],
	F27: ['a copy takes over that lacks the last pushes', 'server'],
	F28: ['no hint comes; many tabs', 'browser'],
	F29: ['somebody else’s page comes for a reply', 'unit', 'browser'],
	F30: ['all devices come back at once', 'server'],
	F31: ['several tabs sync at once', 'unit', 'browser'],
	F32: ['the device’s database is of an older version, with answers unsent', 'unit', 'browser'],
	F33: ['the server’s database gets a new version under load', 'server'],
	F34: ['a slow line that stalls and breaks', 'browser'],
	F37: ['an erased value is brought again', 'server'],
	F38: ['one id comes with another content', 'server'],
	F39: ['the server’s disk is full', 'server'],
	F40: ['a byte flips on the server’s disk', 'server']
};
