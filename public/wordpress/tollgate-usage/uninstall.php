<?php
/** Deleting the plugin leaves nothing of it, on no site of a network. */

defined('WP_UNINSTALL_PLUGIN') || exit;

function tollgate_forget() {
    foreach (array('tollgate_url', 'tollgate_slug', 'tollgate_secret') as $name) {
        delete_option($name);
    }
}

if (is_multisite()) {
    foreach (get_sites(array('fields' => 'ids', 'number' => 0)) as $tollgate_site) {
        switch_to_blog($tollgate_site);
        tollgate_forget();
        restore_current_blog();
    }
} else {
    tollgate_forget();
}
