import { OutboxList } from './outbox-list.tsx';

export { OutboxList as default };
