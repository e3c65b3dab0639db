/** Decimal units, as files and disks are sold: "1.2 GB". */
export function bytesText(bytes: number): string {
	const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
	let value = bytes;
	let unit = 0;
	while (value >= 1000 && unit < units.length - 1) {
		value /= 1000;
		unit++;
	}
	const digits = unit > 0 && value < 10 ? 1 : 0;
	return `${value.toLocaleString('en-US', { maximumFractionDigits: digits })} ${units[unit]}`;
}
