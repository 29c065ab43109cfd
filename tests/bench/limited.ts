/** Counts answers with 429. The log keeps only the latest requests, so it is looked at while it goes on. */
export function countLimited(requests: { since(seq?: number): { status: number }[]; seq: number }) {
  let from = requests.seq;
  let count = 0;
  const look = (): void => {
    count += requests.since(from).filter(({ status }) => status === 429).length;
    from = requests.seq;
  };
  const timer = setInterval(look, 2_000);
  return {
    stop(): number {
      clearInterval(timer);
      look();
      return count;
    },
  };
}
