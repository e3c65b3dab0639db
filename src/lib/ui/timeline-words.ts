/** One change in words. */
export interface TimelineEntry {
	readonly id: string;
	readonly what: string;
	/** Where it is answered, as long as it is asked. */
	readonly href: string | undefined;
	/** Empty for a first answer. */
	readonly before: string;
	readonly after: string;
	readonly stands: boolean;
	readonly who: string;
	/** ISO 8601 with the offset of the device. */
	readonly at: string;
	readonly device: string;
	readonly sent: string | undefined;
	readonly received: string | undefined;
}
