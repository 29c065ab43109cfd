import { writeSync } from 'node:fs';
import { rekeyFile } from '../../src/app/rekey.ts';
import { readRekeyConfig } from '../../src/app/rekey-config.ts';
import { systemRandom } from '../../src/platform/random.ts';

/** Changes the key like `npm run rekey`, but stands still before it seals for the n-th time, to be killed there. */
const stopAt = Number(process.argv[2]);
let sealed = 0;
rekeyFile(readRekeyConfig(process.env), {
  bytes(size) {
    sealed += 1;
    if (sealed === stopAt) {
      writeSync(1, 'standing still\n');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    return systemRandom.bytes(size);
  },
});
writeSync(1, 'done\n');
