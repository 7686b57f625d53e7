export { chapeau, type Ended, SpawnedServer } from '../../sync-server/test/support/spawnServer.ts';
