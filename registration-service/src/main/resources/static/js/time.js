// Says under a salon's time when that is for the reader. Without it the line stays empty.
(() => {
	const language = document.documentElement.lang;
	const offset = (zone, date) => new Intl.DateTimeFormat('en', {
		timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric'
	}).format(date);
	for (const line of document.querySelectorAll('.own-time')) {
		const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
		const start = new Date(line.dataset.start);
		const end = new Date(line.dataset.end);
		if (!own || isNaN(start) || isNaN(end)) {
			continue;
		}
		if (offset(own, start) === offset(line.dataset.zone, start)) {
			line.textContent = line.dataset.same;
			continue;
		}
		const format = new Intl.DateTimeFormat(language, {
			month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'
		});
		const words = format.formatRange ? format.formatRange(start, end) : format.format(start);
		// The place alone: the page keeps two lines free on a phone, also for a time over midnight.
		const place = own.slice(own.lastIndexOf('/') + 1).replaceAll('_', ' ');
		line.textContent = line.dataset.yours.replace('%', words + ' (' + place + ')');
	}
})();
