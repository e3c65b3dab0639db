/** Up to here two clocks are as good as one. */
const WORTH_SAYING_MS = 2 * 60_000;
const UNITS = [
	[365.25 * 86_400_000, 'year'],
	[86_400_000, 'day'],
	[3_600_000, 'hour'],
	[60_000, 'minute']
] as const;

/** How far a clock is from another: "10 years ahead", "4 minutes behind"; nothing when it is near. */
export function aheadText(ms: number | null | undefined): string {
	if (ms === null || ms === undefined || Math.abs(ms) < WORTH_SAYING_MS) return '';
	const [size, unit] = UNITS.find(([each]) => Math.abs(ms) >= each)!;
	const count = Math.round(Math.abs(ms) / size);
	return `${count} ${unit}${count === 1 ? '' : 's'} ${ms > 0 ? 'ahead' : 'behind'}`;
}
