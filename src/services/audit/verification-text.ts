import type { AnchorFault } from '#domain/audit/anchor.ts';
import type { Fault } from '#domain/audit/verify-chain.ts';
import { type Language, type Say, voiceOf } from '#words/index.ts';

type Found = {
  readonly entries: number;
  readonly chains: number;
  readonly anchors: number;
  readonly log: boolean;
  readonly faults: readonly (Fault | AnchorFault)[];
};

/** A verification as lines for people: the verdict, then every fault by name. */
export function sayIn(language: Language, found: Found): string {
  const say = voiceOf(language);
  const { entries, chains, anchors, faults } = found;
  const verdict =
    faults.length === 0
      ? say('audit.verify.sound', { entries, chains, anchors })
      : say('audit.verify.faults', { faults: faults.length, entries });
  const lines = faults.map((fault) => `  ${sayFault(say, fault)}`);
  return [verdict, ...lines, ...(found.log || entries === 0 ? [] : [say('audit.verify.no-log')])].join('\n');
}

function sayFault(say: Say, fault: Fault | AnchorFault): string {
  if ('at' in fault)
    return say(`audit.verify.${fault.kind}`, { at: fault.at, hash: fault.hash.slice(0, 12) });
  // Numbers of entries are names: said without thousands separators.
  const place = { chain: fault.chain, seq: String(fault.seq) };
  const { kind, upTo } = fault;
  if (upTo === undefined) return say(`audit.verify.${kind}`, place);
  const span = { ...place, upTo: String(upTo) };
  if (kind === 'altered' || kind === 'reordered') return say('audit.verify.altered-since', span);
  return say(`audit.verify.${kind}-several`, span);
}
