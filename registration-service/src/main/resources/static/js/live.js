// Refreshes the live page when the server says that there is something new, and rests while nobody looks.
(() => {
	const live = document.getElementById('live');
	if (!live) {
		return;
	}
	let stream;
	const refresh = () => htmx.trigger(live, 'salon:refresh');
	const listen = () => {
		stream?.close();
		stream = undefined;
		if (document.visibilityState === 'visible') {
			stream = new EventSource('/operator/live/stream');
			stream.addEventListener('changed', refresh);
		}
	};
	document.addEventListener('visibilitychange', listen);
	listen();
})();
