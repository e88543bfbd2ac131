// Puts a video where its button was, once that is pressed: nothing of another site is loaded before.
document.addEventListener('click', (event) => {
	const button = event.target.closest('button[data-player]');
	if (!button) {
		return;
	}
	const frame = document.createElement('iframe');
	frame.title = button.dataset.title;
	frame.loading = 'lazy';
	frame.referrerPolicy = 'strict-origin-when-cross-origin';
	frame.allow = 'encrypted-media; picture-in-picture';
	frame.allowFullscreen = true;
	frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation allow-popups');
	frame.src = button.dataset.player;
	button.replaceWith(frame);
	frame.focus();
});
