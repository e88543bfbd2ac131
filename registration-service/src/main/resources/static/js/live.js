// Refreshes the live page every two seconds, and rests while nobody looks.
(() => {
	const live = document.getElementById('live');
	if (!live) {
		return;
	}
	const refresh = () => {
		if (document.visibilityState === 'visible') {
			htmx.trigger(live, 'salon:refresh');
		}
	};
	setInterval(refresh, 2000);
	document.addEventListener('visibilitychange', refresh);
})();
