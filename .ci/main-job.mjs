// Starts the main job as a newcomer does, waits until the bot is at work in the sandbox, and ends it in order.
import { spawn } from 'node:child_process';

const env = { ...process.env };
delete env.DISCORD_TOKEN;
const job = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
let output = '';
job.stdout.on('data', (chunk) => {
  output += chunk;
  process.stdout.write(chunk);
});
const ended = new Promise((resolve) => job.on('close', (code, signal) => resolve(code ?? signal)));

const fail = (why) => {
  process.stderr.write(`main job: ${why}\n`);
  try {
    process.kill(-Number(job.pid), 'SIGKILL');
  } catch {}
  process.exit(1);
};

async function botIsConnected() {
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
  if (address === undefined) return false;
  const page = await fetch(address).catch(() => undefined);
  const state = await fetch(`${address}/sandbox/state`)
    .then((it) => it.json())
    .catch(() => undefined);
  return page?.status === 200 && state?.bot_connected === true;
}

const deadline = Date.now() + 180_000;
while (!(await botIsConnected())) {
  if (job.exitCode !== null) fail(`ended with ${job.exitCode} before it was ready`);
  if (Date.now() > deadline) fail('was not ready within 3 minutes');
  await new Promise((resolve) => setTimeout(resolve, 250));
}
process.stdout.write('main job: the page answers and the bot is connected\n');

process.kill(-Number(job.pid), 'SIGTERM');
const late = setTimeout(() => fail('did not end within 15 s of SIGTERM'), 15_000);
const code = await ended;
clearTimeout(late);
if (!output.includes('stopped')) fail('did not end in order');
process.stdout.write(`main job: ended in order (${code})\n`);
