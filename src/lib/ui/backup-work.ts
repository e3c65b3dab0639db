/** A backup under way: being written, or being read. */
export interface BackupWork {
	readonly what: 'writing' | 'reading';
	readonly done: number;
	readonly of: number;
}
