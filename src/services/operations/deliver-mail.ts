import type { Context } from '../context.ts';
import { drainOutbox } from './outbox.ts';

/** Sends the mail that waits; without a mail server configured nothing is queued in the first place. */
export async function deliverMail(context: Context): Promise<void> {
  const { mail } = context.installation;
  if (mail === null) return;
  // Loaded only where there is a mail server.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(mail.address);
  try {
    await drainOutbox(context.database, context.now, async ({ recipient, subject, body, attachments }) => {
      await transport.sendMail({
        from: mail.from,
        to: recipient,
        subject,
        text: body,
        attachments: attachments.map(({ fileName, mediaType, bytes }) => ({
          filename: fileName,
          contentType: mediaType,
          content: Buffer.from(bytes),
        })),
      });
    });
  } finally {
    transport.close();
  }
}
