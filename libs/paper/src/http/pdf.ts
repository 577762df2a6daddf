import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** Describes an answer that is a PDF file. */
export const pdfResponse = (): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: 'The document on A4; `Saksi-Position` says how far in the log the view was.',
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  });

export async function sendPdf(
  reply: FastifyReply,
  pdf: Uint8Array<ArrayBuffer>,
  { name, position }: { readonly name: string; readonly position: bigint },
): Promise<void> {
  reply.header('Saksi-Position', position.toString());
  reply.header('Content-Disposition', `inline; filename="${name.replaceAll(/[^A-Za-z0-9.-]+/g, '-')}.pdf"`);
  await reply.type('application/pdf').send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
}
