// Sends so many personal mails over a pool of connections and prints how many that were per second.
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';

const mail = JSON.parse(readFileSync('mail.json', 'utf8'));
const count = Number(process.argv[2]);
const pool = nodemailer.createTransport({
	host: '127.0.0.1', port: mail.port, secure: false, ignoreTLS: true,
	pool: true, maxConnections: mail.connections, maxMessages: 100,
});

function send(n) {
	const name = `Reader ${n}`;
	const personal = (text) => text.replaceAll('Reader 0', name);
	return pool.sendMail({
		from: 'Salon <salon@example.org>', to: { name, address: `reader-${n}@example.org` },
		subject: mail.subject, text: personal(mail.text), html: personal(mail.html),
		icalEvent: { method: 'REQUEST', filename: 'salon.ics', content: personal(mail.calendar) },
		list: { unsubscribe: { url: `http://localhost:8080/unsubscribe/${n}`, comment: 'unsubscribe' } },
	});
}

// Never more in hand than keep all connections busy.
async function all(total) {
	let next = 0;
	const worker = async () => {
		while (next < total) {
			await send(next++);
		}
	};
	await Promise.all(Array.from({ length: 4 * mail.connections }, worker));
}

await all(Math.min(count, 3000));
const start = process.hrtime.bigint();
await all(count);
console.log(count / (Number(process.hrtime.bigint() - start) / 1e9));
pool.close();
