// The browser sends the operator's credentials by itself: it was asked for them before it saw this page.
SwaggerUIBundle({
	url: "../api-docs",
	dom_id: "#api",
	deepLinking: true,
	displayRequestDuration: true,
	// No picture of a validator elsewhere.
	validatorUrl: null
});
