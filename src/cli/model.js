import process from 'node:process';

// Many more schedules than the unit suite plays; another number or seed may be given in the environment.
process.env.SITEWALK_MODEL_RUNS ??= '20000';
process.argv.splice(2, 0, 'unit', 'tests/log/sync-model.test.ts');
await import('./run.js');
