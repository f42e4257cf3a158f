from django.urls import path

from konzept.views import handbuch

urlpatterns = [
    path("handbuch/", handbuch.show_handbuch, name="handbuch"),
    path("handbuch/<slug:kapitel>/", handbuch.show_kapitel, name="handbuch-kapitel"),
]
